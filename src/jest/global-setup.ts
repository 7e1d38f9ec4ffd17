/**
 * For `globalSetup`: starts the run before the tests. It takes `debitura-testkit/jest/global-teardown` too, to end it.
 * @module
 */
import { joinRun } from '../runner/shared-run.ts'
import type { DebituraOptions } from '../steward/index.ts'
import { assertSupported } from './assert-supported.ts'
import { startJestRun } from './jest-run.ts'

/** As much of Jest's config as the kit reads. */
export interface JestConfig {
  readonly rootDir: string
}

/** What Jest calls before the tests. */
export type GlobalSetup = (config: JestConfig) => Promise<void>

/**
 * Makes a global setup with options, for a file of your own that `globalSetup` names; the preset does the rest.
 * @example
 * ```ts
 * // test/debitura-setup.js
 * import { createGlobalSetup } from 'debitura-testkit/jest/global-setup'
 *
 * export default createGlobalSetup({ onLeftover: 'warn' })
 * ```
 */
export function createGlobalSetup(options: DebituraOptions = {}): GlobalSetup {
  return async ({ rootDir }) => {
    assertSupported(rootDir)
    await joinRun(process, options, startJestRun)
  }
}

/** The global setup with no options. */
const setup: GlobalSetup = createGlobalSetup()

export default setup

export type { DebituraOptions, OnboardingRequest } from '../steward/index.ts'
