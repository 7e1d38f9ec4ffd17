import { expect, vi } from 'vitest'
import {
  contentsOf,
  type Files,
  type FinishedRun,
  inlineProject,
  type Meeting,
  meeting,
  type ObservedSandbox,
  observedSandbox,
  seedSomebodyElses,
  startVitest,
  type VitestProcess,
} from '../harness/index.ts'

/** A way for a run to end, and what is to be seen then. */
export interface End {
  /** The project. @default two files with a test each that is at work, and another that would go on afterwards */
  readonly files?: Files
  readonly args?: readonly string[]
  readonly terminal?: boolean
  readonly inputClosed?: boolean
  readonly variables?: Readonly<Record<string, string>>
  /** Ends it while the tests are at work, each with a create in flight. Where it is left out, they go on by themselves. */
  readonly end?: (stage: Stage) => void | Promise<void>
  /** `null` where a signal ended it. */
  readonly exitCode: number | null
  /** Whether the runner waits for the cleanup, or is gone before it is over. */
  readonly cleaned: 'before it exits' | 'behind it'
}

/** What there is while a run is at work. */
export interface Stage {
  readonly vitest: VitestProcess
  readonly place: Meeting
  readonly sandbox: ObservedSandbox
}

/** Makes some of everything, has a create in flight, and goes on as is said once it is told to. */
export const atWork = (goesOn: string): string => /* ts */ `
  import { test } from 'debitura-testkit/vitest'
  import { meet } from './meet.ts'

  test('is at work', async ({ debitura, client }) => {
    await client.cases.create()
    await debitura.managedCases.create()
    await debitura.webhooks.create({ url: 'https://example.com/hook', events: ['case.updated'] })
    debitura.cases.create({ creditorReference: 'in flight' }).catch(() => undefined)
    await meet('at work')
    ${goesOn}
  })
`

/** Where the worker outlives the run, it tries to make something more. */
const LATE = `
  await meet('afterwards')
  await debitura.cases.create({ creditorReference: 'late' }).catch(() => undefined)
`

export const TWO_AT_WORK: Files = { 'one.test.ts': atWork(LATE), 'two.test.ts': atWork(LATE) }

/**
 * Has a run end, and checks what holds for every end: nothing of the run is left, what is somebody else's is untouched,
 * nothing was made after the end, no process and no file stays, and the exit code is right.
 */
export async function endsClean({ files = TWO_AT_WORK, ...way }: End): Promise<FinishedRun> {
  await using sandbox = await observedSandbox()
  await using place = await meeting()
  using project = inlineProject(files)
  const world = sandbox.world('ends')
  const before = seedSomebodyElses(world)
  sandbox.intercept(async ({ method, body }) => {
    if (method === 'POST' && body.includes('"in flight"')) await place.meet('create')
    return undefined
  })
  await using vitest = startVitest(project, {
    args: way.args ?? ['run', '--maxWorkers=2'],
    terminal: way.terminal ?? false,
    inputClosed: way.inputClosed ?? false,
    variables: { ...sandbox.variables('ends'), MEETING: place.url, ...way.variables },
  })
  if (way.end) {
    await vitest.until(Promise.all([place.arrived('at work', 2), place.arrived('create', 2)]))
    await way.end({ vitest, place, sandbox })
  }
  if (way.end === undefined) place.open('at work', { count: 2 })
  if (way.cleaned === 'before it exits') place.open('create')
  const run = await vitest.ended
  const atExit = contentsOf(world)
  for (const name of ['create', 'at work', 'afterwards']) place.open(name)

  expect(run.exitCode, run.output).toBe(way.exitCode)
  if (way.cleaned === 'before it exits') {
    expect(atExit, run.output).toEqual(before)
    expect(run.output).toContain('left nothing behind')
  }
  const patiently = { timeout: 60_000, interval: 50 }
  await vi.waitFor(() => expect(contentsOf(world)).toEqual(before), patiently)
  await vi.waitFor(() => expect(vitest.processes()).toEqual([]), patiently)
  expect(contentsOf(world)).toEqual(before)
  expect(vitest.state()).toEqual({})
  expect(sandbox.seen.filter(({ body }) => body.includes('"late"'))).toEqual([])
  return run
}
