import type { DebituraMatchers as Matchers } from '../matchers/matchers.ts'

/** What Playwright's `expect` learns. Declared here, so that whoever has its type has what follows with it. */
export interface DebituraMatchers extends Matchers {}

declare global {
  // Where Playwright looks for matchers of others.
  namespace PlaywrightTest {
    interface Matchers<R, T> extends DebituraMatchers {}
  }
}

export type { ToHaveFiredOptions } from '../matchers/to-have-fired.ts'
