import { expect, it, vi } from 'vitest'
import {
  contentsOf,
  inlineProject,
  meeting,
  observedSandbox,
  seedSomebodyElses,
  startVitest,
  type VitestProcess,
} from './harness/index.ts'

const suite = /* ts */ `
  import { test } from 'debitura-testkit/vitest'
  import { meet } from './meet.ts'

  test('is at work when the signal comes', async ({ debitura, client }) => {
    await client.cases.create()
    await debitura.webhooks.create({ url: 'https://example.com/hook', events: ['case.updated'] })
    debitura.cases.create({ creditorReference: 'in flight' }).catch(() => undefined)
    await meet('at work')
  })
`

/** A run with a test at work and a create in flight. `check` sees to it that both end. */
async function atWork(check: (scene: Scene) => Promise<void>): Promise<void> {
  await using sandbox = await observedSandbox()
  await using place = await meeting()
  using project = inlineProject({ 'a.test.ts': suite })
  const world = sandbox.world('signals')
  const before = seedSomebodyElses(world)
  sandbox.intercept(async ({ method, body }) => {
    if (method === 'POST' && body.includes('"in flight"')) await place.meet('create')
    return undefined
  })
  await using vitest = startVitest(project, {
    variables: { ...sandbox.variables('signals'), MEETING: place.url },
  })
  await vitest.until(Promise.all([place.arrived('at work'), place.arrived('create')]))
  await check({
    vitest,
    answerCreate: () => place.open('create'),
    endTest: () => place.open('at work'),
    isClean: () => expect(contentsOf(world)).toEqual(before),
  })
}

interface Scene {
  readonly vitest: VitestProcess
  answerCreate(): void
  endTest(): void
  isClean(): void
}

it.each([
  ['SIGINT', 'main process', 130],
  ['SIGTERM', 'main process', 143],
  // What a terminal does on Ctrl-C: workers hear of it too.
  ['SIGINT', 'process group', 130],
] as const)('cleans up on %s to the %s, and exits with %i', async (signal, to, exitCode) => {
  await atWork(async ({ vitest, answerCreate, isClean }) => {
    vitest.signal(signal, to)
    answerCreate()
    const run = await vitest.ended
    expect(run.exitCode, run.output).toBe(exitCode)
    isClean()
    expect(run.stderr).toContain('left nothing behind')
    expect(vitest.state()).toEqual({})
    await nothingRuns(vitest)
  })
})

it('ends at once on the second Ctrl-C, and cleans up behind', async () => {
  await atWork(async ({ vitest, answerCreate, isClean }) => {
    vitest.signal('SIGINT')
    await vi.waitFor(() => expect(vitest.results()?.reason).toBe('interrupted'), { timeout: 60_000 })
    vitest.signal('SIGINT')
    const run = await vitest.ended
    expect(run.exitCode, run.output).toBe(130)
    answerCreate()
    await vi.waitFor(isClean, { timeout: 60_000 })
    await nothingRuns(vitest)
  })
})

it('cleans up behind a main process that is killed', async () => {
  await atWork(async ({ vitest, answerCreate, endTest, isClean }) => {
    vitest.signal('SIGKILL')
    expect((await vitest.ended).exitCode).toBe(null)
    answerCreate()
    endTest()
    await vi.waitFor(isClean, { timeout: 60_000 })
    await nothingRuns(vitest)
    expect(vitest.state()).toEqual({})
  })
})

it('takes the sandbox that the run started along', async () => {
  await using place = await meeting()
  using project = inlineProject({ 'a.test.ts': suite })
  await using vitest = startVitest(project, { variables: { MEETING: place.url } })
  await vitest.until(place.arrived('at work'))
  vitest.signal('SIGKILL')
  await vitest.ended
  place.open('at work')
  await nothingRuns(vitest)
  expect(vitest.state()).toEqual({})
})

it.each([
  ['while the run starts', 'GET', '/me'],
  ['while it cleans up', 'DELETE', '/test/cases'],
])('leaves nothing when SIGINT comes %s', async (_, method, path) => {
  await using sandbox = await observedSandbox()
  await using place = await meeting()
  using project = inlineProject({ 'a.test.ts': suite })
  const world = sandbox.world('signals')
  const before = seedSomebodyElses(world)
  sandbox.intercept(async (request) => {
    if (request.method === method && request.path === path) await place.meet('held')
    return undefined
  })
  place.open('at work')
  await using vitest = startVitest(project, {
    variables: { ...sandbox.variables('signals'), MEETING: place.url },
  })
  await vitest.until(place.arrived('held'))
  vitest.signal('SIGINT')
  // Before there is a run, nobody waits: Vitest itself takes the signal.
  if (method === 'GET') await vitest.ended
  place.open('held')
  const run = await vitest.ended
  expect(run.exitCode, run.output).toBe(130)
  await nothingRuns(vitest)
  expect(contentsOf(world)).toEqual(before)
  expect(vitest.state()).toEqual({})
})

async function nothingRuns(vitest: VitestProcess): Promise<void> {
  await vi.waitFor(() => expect(vitest.processes()).toEqual([]), { timeout: 60_000 })
}
