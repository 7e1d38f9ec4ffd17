import { describe, expect, it, vi } from 'vitest'
import {
  contentsOf,
  inlineProject,
  isSteward,
  meeting,
  observedSandbox,
  pluginConfig,
  seedSomebodyElses,
  startVitest,
} from '../harness/index.ts'
import { endsClean, TWO_AT_WORK } from './scene.ts'

describe('a signal', () => {
  it.each([
    ['SIGINT', 'main process', 130],
    ['SIGTERM', 'main process', 143],
    // A terminal that is closed, or a session that ends.
    ['SIGHUP', 'main process', 129],
    // What a terminal does on Ctrl-C: workers hear of it too.
    ['SIGINT', 'process group', 130],
    ['SIGTERM', 'process group', 143],
    ['SIGHUP', 'process group', 129],
  ] as const)(
    '%s to the %s: the runner waits for the cleanup, and exits with %i',
    async (signal, to, exitCode) => {
      await endsClean({
        end: ({ runner }) => runner.signal(signal, to),
        exitCode,
        cleaned: 'before it exits',
      })
    },
  )

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)(
    '%s for the second time ends the runner at once, and the cleanup goes on',
    async (signal, exitCode) => {
      await endsClean({
        async end({ runner }) {
          runner.signal(signal)
          await vi.waitFor(() => expect(runner.results()?.reason).toBe('interrupted'), { timeout: 60_000 })
          runner.signal(signal)
        },
        exitCode,
        cleaned: 'behind it',
      })
    },
  )

  it('that is SIGKILL ends the runner at once, and the cleanup goes on', async () => {
    await endsClean({
      end: ({ runner }) => runner.signal('SIGKILL'),
      exitCode: null,
      cleaned: 'behind it',
    })
  })

  it('that is SIGKILL to the whole group does not reach what cleans up', async () => {
    await endsClean({
      end: ({ runner }) => runner.signal('SIGKILL', 'process group'),
      exitCode: null,
      cleaned: 'behind it',
    })
  })
})

it('a sandbox that the run started goes with a main process that is killed', async () => {
  await using place = await meeting()
  using project = inlineProject(TWO_AT_WORK)
  await using vitest = startVitest(project, { variables: { MEETING: place.url } })
  await vitest.until(place.arrived('at work'))
  vitest.signal('SIGKILL')
  await vitest.ended
  for (const name of ['at work', 'afterwards']) place.open(name)
  await vi.waitFor(() => expect(vitest.processes()).toEqual([]), { timeout: 60_000 })
  expect(vitest.state()).toEqual({})
})

it.each([
  ['while the run starts', 'GET', '/me'],
  ['while it cleans up', 'DELETE', '/test/cases'],
])('SIGINT that comes %s leaves nothing', async (_, method, path) => {
  await using sandbox = await observedSandbox()
  await using place = await meeting()
  using project = inlineProject(TWO_AT_WORK)
  const world = sandbox.world('signals')
  const before = seedSomebodyElses(world)
  sandbox.intercept(async (request) => {
    if (request.method === method && request.path === path) await place.meet('held')
    return undefined
  })
  for (const name of ['at work', 'afterwards']) place.open(name)
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
  await vi.waitFor(() => expect(vitest.processes()).toEqual([]), { timeout: 60_000 })
  expect(contentsOf(world)).toEqual(before)
  expect(vitest.state()).toEqual({})
})

describe('a runner that was told to stop', () => {
  /** Sends SIGINT to a run with two seconds for its cleanup, and says how it exited. */
  async function interrupted(prepare: (scene: Scene) => void) {
    await using sandbox = await observedSandbox()
    await using place = await meeting()
    using project = inlineProject({
      ...TWO_AT_WORK,
      'vitest.config.ts': pluginConfig({ options: '{ cleanupTimeout: 2 }' }),
    })
    await using vitest = startVitest(project, {
      args: ['run', '--maxWorkers=2'],
      variables: { ...sandbox.variables('signals'), MEETING: place.url },
    })
    await vitest.until(place.arrived('at work', 2))
    const steward = vitest.processes().find(isSteward)?.pid ?? 0
    prepare({ sandbox, place, steward })
    vitest.signal('SIGINT')
    const run = await vitest.ended
    const state = vitest.state()
    // It hangs no more, and finds that its lease is over.
    if (vitest.processes().some(isSteward)) process.kill(steward, 'SIGCONT')
    await vi.waitFor(() => expect(vitest.processes()).toEqual([]), { timeout: 60_000 })
    return { run, state, left: contentsOf(sandbox.world('signals')) }
  }
  interface Scene {
    readonly sandbox: Awaited<ReturnType<typeof observedSandbox>>
    readonly place: Awaited<ReturnType<typeof meeting>>
    readonly steward: number
  }

  it('does not wait longer than the cleanup may take, where Debitura is silent', async () => {
    const { run, state } = await interrupted(({ sandbox, place }) =>
      sandbox.intercept(async () => {
        await place.meet('never')
        return undefined
      }),
    )
    expect(run.exitCode, run.output).toBe(130)
    expect(run.stderr).toContain('left something over')
    expect(run.stderr).toContain('the cleanup ran out of time')
    expect(Object.keys(state).map((name) => name.replace(/^.*\./, ''))).toEqual(['jsonl'])
  })

  it('does not wait for a steward that hangs', async () => {
    const { run, left } = await interrupted(({ steward }) => process.kill(steward, 'SIGSTOP'))
    expect(run.exitCode, run.output).toBe(130)
    expect(run.stderr).toContain('gave no report')
    expect(left).toEqual({ cases: [], clients: [], webhooks: [] })
  })
})
