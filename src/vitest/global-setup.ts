/**
 * For `globalSetup`: starts the run before the tests, and cleans up after them.
 * @module
 */
import type { TestProject } from 'vitest/node'
import { assertCalledBy } from '../runner/assert-called-by.ts'
import { joinRun, leaveRun } from '../runner/shared-run.ts'
import type { DebituraOptions } from '../steward/index.ts'
import { assertSupported } from './assert-supported.ts'
import { PROVIDED_RUN } from './provided-run.ts'
import { startVitestRun } from './vitest-run.ts'

/** What Vitest calls before the tests; it calls what this returns after them. */
export type GlobalSetup = (project: TestProject) => Promise<() => Promise<void>>

/**
 * Makes a global setup with options, for a file of your own that `globalSetup` names.
 * @example
 * ```ts
 * // test/debitura-setup.ts
 * import { createGlobalSetup } from 'debitura-testkit/vitest/global-setup'
 *
 * export default createGlobalSetup({ onLeftover: 'warn' })
 * ```
 */
export function createGlobalSetup(options: DebituraOptions = {}): GlobalSetup {
  return async (project) => {
    assertCalledBy('vitest', 'vitest' in project)
    assertSupported()
    const { vitest } = project
    const { run } = await joinRun(vitest, options, (all) => startVitestRun(vitest, all))
    project.provide(PROVIDED_RUN, run.address)
    project.onTestsRerun(async () => run.closeScopes())
    return async () => void (await leaveRun(vitest))
  }
}

/** The global setup with the plugin's options, or with none. */
const setup: GlobalSetup = createGlobalSetup()

export default setup
