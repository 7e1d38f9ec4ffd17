/**
 * Playwright's `test` and `expect` with Debitura in them.
 * @module
 * @example
 * ```ts
 * import { expect, test } from 'debitura-testkit/playwright'
 *
 * test('a new case is a test case', async ({ debitura }) => {
 *   await expect(await debitura.cases.create()).toBeTestCase()
 * })
 * ```
 */
import {
  test as base,
  expect,
  type PlaywrightTestArgs,
  type PlaywrightTestOptions,
  type PlaywrightWorkerArgs,
  type PlaywrightWorkerOptions,
  type TestType,
} from '@playwright/test'
import { debituraMatchers } from '../matchers/matchers.ts'
import { type DebituraFixtures, type DebituraWorkerFixtures, debituraFixtures } from './fixtures.ts'

expect.extend(debituraMatchers)

/** Playwright's `test`, with the fixtures `debitura`, `testCase`, `client`, `tag` and `debituraWorker`. */
export const test: TestType<
  PlaywrightTestArgs & PlaywrightTestOptions & DebituraFixtures,
  PlaywrightWorkerArgs & PlaywrightWorkerOptions & DebituraWorkerFixtures
> = base.extend<DebituraFixtures, DebituraWorkerFixtures>(debituraFixtures)

export { DebituraApiError, DebituraTestkitError, type ErrorCode } from '../errors/index.ts'
export type { Debitura, ManagedTestCase, TestCase, TestClient } from '../kit/types.ts'
export { type DebituraFixtures, type DebituraWorkerFixtures, debituraFixtures } from './fixtures.ts'
export type { DebituraMatchers, ToHaveFiredOptions } from './matcher-types.ts'
export { debituraMatchers, expect }
