import { expect, vi } from 'vitest'
import type { InlineProject } from './inline-project.ts'
import { type Meeting, meeting } from './meeting.ts'
import { type ObservedSandbox, observedSandbox } from './observed-sandbox.ts'
import {
  type FinishedRun,
  type Runner,
  type RunnerProcess,
  type RunOptions,
  startRunner,
} from './runner-process.ts'
import { contentsOf, seedSomebodyElses } from './world-contents.ts'

/** A way for a run to end, whose tests call `meet('at work')` with a create `in flight`; and what is to be seen then. */
export interface EndOf<Results> extends RunOptions {
  /** Ends it while the tests are at work, each with a create in flight. Where it is left out, they go on by themselves. */
  readonly end?: (stage: StageOf<Results>) => void | Promise<void>
  /** `null` where a signal ended it. */
  readonly exitCode: number | null
  /** Whether the runner waits for the cleanup, or is gone before it is over. */
  readonly cleaned: 'before it exits' | 'behind it'
}

/** What there is while a run is at work. */
export interface StageOf<Results> {
  readonly runner: RunnerProcess<Results>
  readonly place: Meeting
  readonly sandbox: ObservedSandbox
}

/**
 * Has a run of a runner end, and checks what holds for every end: nothing of the run is left, what is somebody else's is untouched,
 * nothing was made after the end, no process and no file stays, and the exit code is right.
 */
export async function endsCleanOn<Results>(
  runner: Runner<Results>,
  project: InlineProject,
  { end, exitCode, cleaned, ...options }: EndOf<Results>,
): Promise<FinishedRun<Results>> {
  await using sandbox = await observedSandbox()
  await using place = await meeting()
  const world = sandbox.world('ends')
  const before = seedSomebodyElses(world)
  sandbox.intercept(async ({ method, body }) => {
    if (method === 'POST' && body.includes('"in flight"')) await place.meet('create')
    return undefined
  })
  await using running = startRunner(runner, project, {
    ...options,
    variables: { ...sandbox.variables('ends'), MEETING: place.url, ...options.variables },
  })
  if (end) {
    await running.until(Promise.all([place.arrived('at work', 2), place.arrived('create', 2)]))
    await end({ runner: running, place, sandbox })
  }
  if (end === undefined) place.open('at work', { count: 2 })
  if (cleaned === 'before it exits') place.open('create')
  const run = await running.ended
  const atExit = contentsOf(world)
  for (const name of ['create', 'at work', 'afterwards']) place.open(name)

  expect(run.exitCode, run.output).toBe(exitCode)
  if (cleaned === 'before it exits') {
    expect(atExit, run.output).toEqual(before)
    expect(run.output).toContain('left nothing behind')
  }
  const patiently = { timeout: 60_000, interval: 50 }
  await vi.waitFor(() => expect(contentsOf(world)).toEqual(before), patiently)
  await vi.waitFor(() => expect(running.processes()).toEqual([]), patiently)
  expect(contentsOf(world)).toEqual(before)
  expect(running.state()).toEqual({})
  expect(sandbox.seen.filter(({ body }) => body.includes('"late"'))).toEqual([])
  return run
}
