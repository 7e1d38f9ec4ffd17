import { writeFileSync } from 'node:fs'

/** Writes what became of each test to a file, for the test that runs the project. */
export default class ResultsReporter {
  onRunComplete(_, { testResults }) {
    const files = testResults.map(({ testFilePath, failureMessage, testResults: tests }) => ({
      path: testFilePath,
      failure: failureMessage ?? '',
      tests: tests.map(({ fullName, status, failureMessages }) => ({
        name: fullName,
        status,
        failures: failureMessages,
      })),
    }))
    writeFileSync(process.env.RESULTS_FILE, JSON.stringify({ files }))
  }
}
