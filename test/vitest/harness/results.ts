/** Why a test failed, as Vitest shows it. */
export interface Failure {
  readonly code: string | undefined
  readonly message: string
  /** Line of the test file that Vitest points at; `undefined` where it points elsewhere. */
  readonly line: number | undefined
}

/** What became of one test. */
export interface TestResult {
  readonly project: string
  readonly file: string
  readonly name: string
  readonly state: string
  readonly retries: number
  readonly failures: readonly Failure[]
}

/** What became of a run of Vitest. */
export interface Results {
  readonly reason: string
  readonly tests: readonly TestResult[]
  /** Files that could not be loaded, or that failed outside their tests. */
  readonly fileFailures: readonly Failure[]
  readonly unhandled: readonly Failure[]
}

/** States of tests by name; those that are in several files or projects agree, or it is a list. */
export function statesOf({ tests }: Results): Record<string, string> {
  return Object.fromEntries(tests.map(({ file, name, state }) => [`${file} > ${name}`, state]))
}
