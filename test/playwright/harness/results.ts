/** What Playwright's JSON report says of one attempt. */
export interface Attempt {
  readonly status: string
  readonly workerIndex: number
  readonly errors: readonly { readonly message: string; readonly location?: { readonly line: number } }[]
  readonly annotations: readonly { readonly type: string; readonly description?: string }[]
}

/** What became of one test. */
export interface TestResult {
  readonly name: string
  /** `expected`, `unexpected`, `flaky` or `skipped`. */
  readonly status: string
  readonly attempts: readonly Attempt[]
}

/** What became of a run of Playwright. */
export interface Results {
  readonly tests: readonly TestResult[]
  /** What failed outside the tests: the global setup, say. */
  readonly errors: readonly string[]
}

interface Suite {
  readonly suites?: readonly Suite[]
  readonly specs: readonly {
    readonly title: string
    readonly file: string
    readonly tests: readonly { readonly status: string; readonly results: readonly Attempt[] }[]
  }[]
}

/** Reads a JSON report of Playwright's. */
export function readReport(text: string): Results {
  // Playwright wrote it.
  const report = JSON.parse(text) as {
    readonly suites: readonly Suite[]
    readonly errors: readonly { readonly message: string }[]
  }
  return { tests: report.suites.flatMap(testsOf), errors: report.errors.map(({ message }) => message) }
}

function testsOf({ specs, suites = [] }: Suite): TestResult[] {
  const own = specs.flatMap(({ file, title, tests }) =>
    tests.map(({ status, results }) => ({ name: `${file} > ${title}`, status, attempts: results })),
  )
  return [...own, ...suites.flatMap(testsOf)]
}

/** Statuses of tests by name. */
export function statusesOf({ tests }: Results): Record<string, string> {
  return Object.fromEntries(tests.map(({ name, status }) => [name, status]))
}
