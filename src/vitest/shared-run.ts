import type { Vitest } from 'vitest/node'
import { DebituraTestkitError } from '../errors/index.ts'
import type { RunnerRun } from '../runner/runner-run.ts'
import type { DebituraOptions } from '../steward/index.ts'
import { startVitestRun } from './vitest-run.ts'

interface Shared {
  options: DebituraOptions
  users: number
  run: Promise<RunnerRun> | undefined
}

/** On the global object, because Vitest may load the plugin and the global setup as two copies of this module. */
const KEY = Symbol.for('debitura-testkit.vitest-runs')
const global = globalThis as { [KEY]?: WeakMap<Vitest, Shared> }

function sharedOf(vitest: Vitest): Shared {
  global[KEY] ??= new WeakMap()
  const shared = global[KEY].get(vitest) ?? { options: {}, users: 0, run: undefined }
  global[KEY].set(vitest, shared)
  return shared
}

/**
 * Keeps the options for the run. The plugin is called once for each project that has it, and those that say nothing
 * leave the say to the others.
 * @throws DebituraTestkitError `DBT_SETTINGS` where two say different things
 */
export function keepOptions(vitest: Vitest, options: DebituraOptions): void {
  const shared = sharedOf(vitest)
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
    why: 'they are given twice, differently, and all projects of a Vitest process share one run',
    todo: 'Give them in one place, the root config say, and write `debitura()` elsewhere',
  })
}

/**
 * Joins the run of a Vitest process; the first to join starts it. Several projects, or a config that has the global
 * setup twice, share one run.
 */
export async function joinRun(vitest: Vitest, options: DebituraOptions): Promise<RunnerRun> {
  const shared = sharedOf(vitest)
  keepOptions(vitest, options)
  shared.users += 1
  shared.run ??= startVitestRun(vitest, shared.options)
  try {
    return await shared.run
  } catch (error) {
    shared.run = undefined
    shared.users -= 1
    // It is about settings and surroundings: lines of the kit's own code, which a runner shows, would lead astray.
    if (error instanceof DebituraTestkitError) error.stack = `${error.name}: ${error.message}`
    throw error
  }
}

/** Leaves the run; the last to leave ends it. */
export async function leaveRun(vitest: Vitest): Promise<void> {
  const shared = sharedOf(vitest)
  shared.users -= 1
  if (shared.users > 0) return
  const run = shared.run
  shared.run = undefined
  // In watch mode, a config that was changed may say something else next time.
  shared.options = {}
  await (await run)?.end()
}
