import type { InlineProject } from './inline-project.ts'
import { RESULTS_REPORTER, VITEST } from './paths.ts'
import type { Results } from './results.ts'
import {
  type FinishedRun,
  type Runner,
  type RunnerProcess,
  type RunOptions,
  runToEnd,
  startRunner,
} from './runner-process.ts'

/** Vitest, with a reporter of ours. */
export const vitest: Runner<Results> = {
  command: (args = ['run']) => [VITEST, ...args, '--reporter=default', `--reporter=${RESULTS_REPORTER}`],
  // The reporter wrote it.
  read: (text) => JSON.parse(text) as Results,
}

/** A Vitest that runs. */
export type VitestProcess = RunnerProcess<Results>

/** What was left when Vitest was over. */
export type FinishedVitest = FinishedRun<Results>

/** Starts Vitest on a project: `vitest run`, unless `args` say otherwise. */
export function startVitest(project: InlineProject, options?: RunOptions): VitestProcess {
  return startRunner(vitest, project, options)
}

/** Runs Vitest on a project to its end. */
export function runVitest(
  project: InlineProject,
  options?: RunOptions,
): ReturnType<typeof runToEnd<Results>> {
  return runToEnd(vitest, project, options)
}
