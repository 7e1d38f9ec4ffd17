import { writeFileSync } from 'node:fs'
import type { SerializedError, TestCase, TestModule } from 'vitest/node'
import type { Failure, Results, TestResult } from './results.ts'

/** Writes what became of each test to a file, for the test that runs the project. */
export default class ResultsReporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[], reason: string): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()].map(resultOf))
    const results: Results = {
      reason,
      tests,
      fileFailures: modules.flatMap((module) => module.errors().map((error) => failureOf(error))),
      unhandled: unhandled.map((error) => failureOf(error)),
    }
    writeFileSync(process.env.RESULTS_FILE ?? '', JSON.stringify(results))
  }
}

function resultOf(test: TestCase): TestResult {
  const { state, errors = [] } = test.result()
  const { moduleId, relativeModuleId } = test.module
  return {
    project: test.project.name,
    file: relativeModuleId,
    name: test.fullName,
    state,
    retries: test.diagnostic()?.retryCount ?? 0,
    failures: errors.map((error) => failureOf(error, moduleId)),
  }
}

function failureOf(error: SerializedError, moduleId?: string): Failure {
  const { code } = error as { readonly code?: unknown }
  // The frame that a person sees first: Vitest marks it in the file.
  const [frame] = error.stacks ?? []
  return {
    code: typeof code === 'string' ? code : undefined,
    message: error.message,
    line: frame?.file === moduleId ? frame?.line : undefined,
  }
}
