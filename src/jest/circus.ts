import type { lazyMatchers } from '../matchers/lazy-matchers.ts'

/** A function of the author's: the body of a test or of a hook. */
export type Body = (...given: unknown[]) => unknown

/** A test, or what is around it, as Jest's own runner of tests has it. */
export interface Named {
  readonly name: string
  readonly parent?: Named | undefined
}

export interface TestEntry extends Named {
  /** None where a test is yet to be written. */
  fn?: Body | undefined
}

export interface Hook {
  fn: Body
  readonly type: 'beforeAll' | 'beforeEach' | 'afterEach' | 'afterAll'
}

/** What of its events the kit listens to. */
export type CircusEvent =
  | { readonly name: 'setup'; readonly runtimeGlobals: { readonly expect: Extendable } }
  | { readonly name: 'add_test' | 'add_hook' }
  | { readonly name: 'test_start' | 'test_skip' | 'test_todo' | 'test_done'; readonly test: TestEntry }

export interface CircusState {
  /** Where tests and hooks are being defined; the newest is the last. */
  readonly currentDescribeBlock: { readonly tests: TestEntry[]; readonly hooks: Hook[] }
}

interface Extendable {
  extend(matchers: typeof lazyMatchers): void
}
