import type { DebituraMatchers } from '../matchers/matchers.ts'

declare global {
  // The one place where Vitest 3, 4 and 5 all look for matchers of others.
  namespace Chai {
    interface Assertion extends DebituraMatchers {}
  }
}

export type { ToHaveFiredOptions } from '../matchers/to-have-fired.ts'
export type { DebituraMatchers }
