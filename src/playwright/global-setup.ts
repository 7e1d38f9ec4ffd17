/**
 * For `globalSetup`: starts the run before the tests, and cleans up after them.
 * @module
 */
import type { FullConfig } from '@playwright/test'
import { DebituraTestkitError } from '../errors/index.ts'
import { assertCalledBy } from '../runner/assert-called-by.ts'
import { joinRun, leaveRun } from '../runner/shared-run.ts'
import { withoutStack } from '../runner/without-stack.ts'
import type { DebituraOptions } from '../steward/index.ts'
import { startPlaywrightRun } from './playwright-run.ts'

/** What Playwright calls before the tests; it calls what this returns after them. */
export type GlobalSetup = (config: FullConfig) => Promise<() => Promise<void>>

/**
 * Makes a global setup with options, for a file of your own that `globalSetup` names.
 * @example
 * ```ts
 * // test/debitura-setup.ts
 * import { createGlobalSetup } from 'debitura-testkit/playwright/global-setup'
 *
 * export default createGlobalSetup({ onLeftover: 'warn' })
 * ```
 */
export function createGlobalSetup(options: DebituraOptions = {}): GlobalSetup {
  return async (config) => {
    assertCalledBy('playwright', 'webServer' in config)
    await joinRun(config, options, startPlaywrightRun)
    return async () => {
      if (!(await leaveRun(config))) throw notClean()
    }
  }
}

/** The global setup with no options. */
const setup: GlobalSetup = createGlobalSetup()

export default setup

/** Playwright exits with a code of its own, which only an error changes. */
function notClean(): DebituraTestkitError {
  return withoutStack(
    new DebituraTestkitError({
      code: 'DBT_LEFTOVER',
      what: 'Failed to clean up after the run',
      why: 'something is left over, or nobody knows whether it is',
      todo: 'What it is, and what to do about it, is said where the run ended',
    }),
  )
}

export type { DebituraOptions, OnboardingRequest } from '../steward/index.ts'
