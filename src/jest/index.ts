/**
 * Debitura in a test of Jest's. The one entry that is loaded within a test, and it comes as CommonJS too.
 * @module
 * @example
 * ```ts
 * import { useDebitura } from 'debitura-testkit/jest'
 *
 * const { debitura } = useDebitura()
 *
 * test('a new case is a test case', async () => {
 *   await expect(await debitura.cases.create()).toBeTestCase()
 * })
 * ```
 */
import { DebituraTestkitError } from '../errors/index.ts'
import { type DebituraInJest, found } from './in-test.ts'

/**
 * Debitura, for the tests of this file. Call it where you like: what it gives is always that of the test that runs.
 * @throws DebituraTestkitError `DBT_NO_RUN` where the test environment is not the kit's
 */
export function useDebitura(): DebituraInJest {
  return found() ?? refuse()
}

function refuse(): never {
  const error = new DebituraTestkitError({
    code: 'DBT_NO_RUN',
    what: 'Failed to use debitura-testkit in a test',
    why: 'the test does not run in its test environment for Jest',
    todo:
      "Add `preset: 'debitura-testkit/jest'` to the Jest config, and where the environment is another one, wrap that with " +
      '`withDebitura()`; with another test runner, import what the kit has for that one',
  })
  Error.captureStackTrace(error, useDebitura)
  throw error
}

export { DebituraApiError, DebituraTestkitError, type ErrorCode } from '../errors/index.ts'
export type { Debitura, ManagedTestCase, TestCase, TestClient } from '../kit/types.ts'
export type { DebituraMatchers, ToHaveFiredOptions } from './matcher-types.ts'
export type { DebituraInJest }
