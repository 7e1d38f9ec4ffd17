/**
 * Vitest's `test` and `expect` with Debitura in them.
 * @module
 * @example
 * ```ts
 * import { expect, test } from 'debitura-testkit/vitest'
 *
 * test('a new case is a test case', async ({ debitura }) => {
 *   await expect(await debitura.cases.create()).toBeTestCase()
 * })
 * ```
 */
import { test as base, expect } from 'vitest'
import { debituraMatchers } from '../matchers/matchers.ts'
import { type DebituraFixtures, debituraFixtures } from './fixtures.ts'

expect.extend(debituraMatchers)

/** Vitest's `test`, with the fixtures `debitura`, `testCase`, `client`, `tag` and `debituraFile`. */
export const test = base.extend<DebituraFixtures>(debituraFixtures)

/** Another name for {@link test}. */
export const it = test

export { DebituraApiError, DebituraTestkitError, type ErrorCode } from '../errors/index.ts'
export type { Debitura, Inbox, ManagedTestCase, Subscription, TestCase, TestClient } from '../kit/types.ts'
export { type DebituraFixtures, debituraFixtures } from './fixtures.ts'
export type { DebituraMatchers, ToHaveFiredOptions } from './matcher-types.ts'
export { debituraMatchers, expect }
