import type { DebituraMatchers } from '../matchers/matchers.ts'

declare global {
  // Where Playwright looks for matchers of others.
  namespace PlaywrightTest {
    interface Matchers<R, T> extends DebituraMatchers {}
  }
}

export type { ToHaveFiredOptions } from '../matchers/to-have-fired.ts'
export type { DebituraMatchers }
