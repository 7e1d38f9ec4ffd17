import { basename } from 'node:path'

/** What became of one test. */
interface TestResult {
  readonly name: string
  readonly status: string
  /** Why it failed: each with its stack. */
  readonly failures: readonly string[]
}

/** What became of a run of Jest. */
export interface JestResults {
  readonly files: readonly {
    readonly path: string
    /** Why it failed, or tests in it did, as Jest shows it. */
    readonly failure: string
    readonly tests: readonly TestResult[]
  }[]
}

/** States of tests by name. */
export function statusesOf({ files }: JestResults): Record<string, string> {
  return Object.fromEntries(
    files.flatMap(({ path, tests }) =>
      tests.map(({ name, status }) => [`${basename(path)} > ${name}`, status]),
    ),
  )
}

/** Why a test failed. */
export function failureOf({ files }: JestResults, test: string): string {
  const tests = files.flatMap((file) => file.tests)
  return tests.find(({ name }) => name === test)?.failures[0] ?? ''
}
