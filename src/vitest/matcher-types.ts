import type { DebituraMatchers as Matchers } from '../matchers/matchers.ts'

/** What Vitest's `expect` learns. Declared here, so that whoever has its type has what follows with it. */
export interface DebituraMatchers extends Matchers {}

declare global {
  // The one place where Vitest 3, 4 and 5 all look for matchers of others.
  namespace Chai {
    interface Assertion extends DebituraMatchers {}
  }
}

export type { ToHaveFiredOptions } from '../matchers/to-have-fired.ts'
