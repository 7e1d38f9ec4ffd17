import type { Debitura } from '../kit/types.ts'

/** What the tests of a file have of Debitura. */
export interface DebituraInJest {
  /**
   * Everything. What a test makes through it is cleaned when the test is over; in `beforeEach` and `afterEach` too. What
   * is made in `beforeAll`, or beside the tests, is cleaned when the file is over.
   */
  readonly debitura: Debitura
  /** As `debitura`, and what is made through it anywhere is cleaned when the file is over. */
  readonly debituraFile: Debitura
  /** The run's tag. */
  readonly tag: string
}

/** The environment is outside the test's global object, and what it gives to the test is on it. */
const KEY: unique symbol = Symbol.for('debitura-testkit.jest')

/** A global object: the test's own, or as the environment has it. */
interface Global {
  [KEY]?: DebituraInJest
}

/** Gives it to the tests of a file. Jest takes the properties off what it finds there afterwards, unless that is frozen. */
export function give(global: object, given: DebituraInJest): void {
  const target: Global = global
  target[KEY] = Object.freeze(given)
}

/** What this file was given. */
export function found(): DebituraInJest | undefined {
  return (globalThis as Global)[KEY]
}
