// What is added to a module needs it at hand.
import type {} from 'expect'
import type { DebituraMatchers as Matchers } from '../matchers/matchers.ts'

/** What Jest's `expect` learns. Declared here, so that whoever has its type has what follows with it. */
export interface DebituraMatchers extends Matchers {}

declare global {
  // For the global `expect`, as @types/jest has it.
  namespace jest {
    // biome-ignore lint/complexity/noBannedTypes: its parameters are to be those that it has
    interface Matchers<R, T = {}> extends DebituraMatchers {}
  }
}

// For the `expect` of @jest/globals.
declare module 'expect' {
  interface Matchers<R extends void | Promise<void>, T = unknown> extends DebituraMatchers {}
}

export type { ToHaveFiredOptions } from '../matchers/to-have-fired.ts'
