/**
 * What a resource is made for, and so when it is cleaned: one test (one attempt of it), or one file. Whatever
 * outlives its scope is cleaned when the run ends.
 */
export interface Scope {
  /** Unique for each attempt of each test. */
  readonly id: string
  /** What a person calls it: file and test name. */
  readonly label: string
}
