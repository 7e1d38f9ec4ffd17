import { DebituraTestkitError } from '../errors/index.ts'
import { withoutStack } from './without-stack.ts'

/**
 * Refuses to be the global setup of another runner than its own.
 * @throws DebituraTestkitError `DBT_SETTINGS`
 */
export function assertCalledBy(runner: 'vitest' | 'playwright', isCalledByIt: boolean): void {
  if (isCalledByIt) return
  throw withoutStack(
    new DebituraTestkitError({
      code: 'DBT_SETTINGS',
      what: 'Failed to start the run',
      why: `'debitura-testkit/${runner}/global-setup' was called by another test runner than the one that it is for`,
      todo: 'Name in the config of each runner the global setup that has its name, and import `test` from the entry of that name',
    }),
  )
}
