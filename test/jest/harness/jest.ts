import { fileURLToPath } from 'node:url'
import {
  type Files,
  type FinishedRun,
  type InlineProject,
  inlineProject,
  type ProcessView,
  type Runner,
  type RunOptions,
  runToEnd,
} from '../../vitest/harness/index.ts'
import type { JestResults } from './results.ts'

const JEST = fileURLToPath(new URL('../../../node_modules/jest/bin/jest.js', import.meta.url))
const REPORTER = fileURLToPath(new URL('./results-reporter.mjs', import.meta.url))

/** Jest, with a reporter of ours. */
export const jest: Runner<JestResults> = {
  command: (args = []) => [JEST, ...args, '--reporters=default', `--reporters=${REPORTER}`],
  // The reporter wrote it.
  read: (text) => JSON.parse(text) as JestResults,
}

/** Lets a test of the project wait at a meeting point; see meeting.ts. */
const MEET = `exports.meet = (name) => fetch(process.env.MEETING + '/' + name).then(() => undefined)`

const CONFIG = `module.exports = { preset: 'debitura-testkit/jest', transform: {}, testTimeout: 60_000 }`

/** Writes a project of CommonJS that uses the preset, unless it brings a config of its own. */
export function jestProject(files: Files): InlineProject {
  return inlineProject(files, {
    'package.json': JSON.stringify({ name: 'inline-project', private: true }),
    'jest.config.js': CONFIG,
    'meet.js': MEET,
  })
}

/** Runs Jest on a project to its end. */
export function runJest(
  project: InlineProject,
  options?: RunOptions,
): Promise<FinishedRun<JestResults> & { readonly state: Readonly<Record<string, string>> }> {
  return runToEnd(jest, project, options)
}

/** A worker of Jest's. */
export function isJestWorker({ commandLine }: ProcessView): boolean {
  return /jest-worker\/build\/workers\//.test(commandLine)
}
