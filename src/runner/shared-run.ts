import { DebituraTestkitError } from '../errors/index.ts'
import type { DebituraOptions } from '../steward/index.ts'
import type { RunnerRun } from './runner-run.ts'
import { withoutStack } from './without-stack.ts'

interface Shared {
  options: DebituraOptions
  users: number
  run: Promise<RunnerRun> | undefined
  /** Of the latest run that is over, or about to be. */
  ended: Promise<boolean> | undefined
}

/** On the global object, because a runner may load what shares a run as several copies of this module. */
const KEY = Symbol.for('debitura-testkit.shared-runs')
const global = globalThis as { [KEY]?: WeakMap<object, Shared> }

function sharedOf(runner: object): Shared {
  global[KEY] ??= new WeakMap()
  const shared = global[KEY].get(runner) ?? { options: {}, users: 0, run: undefined, ended: undefined }
  global[KEY].set(runner, shared)
  return shared
}

/**
 * Keeps the options for the run of a runner. Those who say nothing leave the say to the others.
 * @throws DebituraTestkitError `DBT_SETTINGS` where two say different things
 */
export function keepOptions(runner: object, options: DebituraOptions): void {
  const shared = sharedOf(runner)
  if (Object.keys(options).length === 0) return
  if (Object.keys(shared.options).length > 0 && !isSame(shared.options, options)) throw twoSetsOfOptions()
  shared.options = options
}

function isSame(one: DebituraOptions, other: DebituraOptions): boolean {
  return JSON.stringify(one) === JSON.stringify(other) && one.completeOnboarding === other.completeOnboarding
}

function twoSetsOfOptions(): DebituraTestkitError {
  return new DebituraTestkitError({
    code: 'DBT_SETTINGS',
    what: 'Failed to read the options of debitura-testkit',
    why: 'they are given twice, differently, and all tests of a process share one run',
    todo: 'Give them in one place, the root config say, and none elsewhere',
  })
}

/**
 * Joins the run of a runner's main process, which the first to join starts. Several projects, or a config that has the
 * global setup twice, share one run. `runner` stands for the process: whatever all of them are given.
 */
export async function joinRun(
  runner: object,
  options: DebituraOptions,
  start: (options: DebituraOptions) => Promise<RunnerRun>,
): Promise<RunnerRun> {
  const shared = sharedOf(runner)
  keepOptions(runner, options)
  shared.users += 1
  shared.run ??= start(shared.options)
  try {
    return await shared.run
  } catch (error) {
    shared.run = undefined
    shared.users -= 1
    throw error instanceof DebituraTestkitError ? withoutStack(error) : error
  }
}

/** Leaves the run; the last to leave ends it. Resolves to whether that went well. */
export async function leaveRun(runner: object): Promise<boolean> {
  const shared = sharedOf(runner)
  shared.users -= 1
  return shared.users > 0 || endRun(runner)
}

/**
 * Ends the run for all who joined it, and resolves to whether that went well. However often it is called, each call
 * waits until it is done: some runners exit after any of them.
 */
export async function endRun(runner: object): Promise<boolean> {
  const shared = sharedOf(runner)
  const { run } = shared
  if (run) {
    shared.ended = run.then(({ end }) => end())
    shared.run = undefined
    shared.users = 0
    // In watch mode, a config that was changed may say something else next time.
    shared.options = {}
  }
  return (await shared.ended) ?? true
}
