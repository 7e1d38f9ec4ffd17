import { type DebituraOptions, type EndOfTests, type Run, startRun } from '../steward/index.ts'
import { Screen } from '../terminal/index.ts'
import { setVariables } from './variables.ts'

/** The run of one process of a test runner. */
export interface RunnerRun {
  readonly run: Run
  /**
   * Ends the run, cleans up, and says how it went. Does so once, however often it is called. Resolves to whether it went
   * well; where it did not, the exit code is set too.
   */
  end(how?: EndOfTests): Promise<boolean>
}

/** Starts the run of a test runner's main process: steward, environment variables, first line. */
export async function startRunnerRun(options: DebituraOptions): Promise<RunnerRun> {
  const screen = new Screen()
  const run = await startRun({ options, onProgress: options.quiet ? undefined : screen.progress })
  const putVariablesBack = setVariables(run.variables)
  screen.started(run)
  let ended: Promise<boolean> | undefined
  return {
    run,
    end(how = {}) {
      ended ??= finish(run, screen, how).finally(putVariablesBack)
      return ended
    },
  }
}

/** Runners swallow what a teardown throws, or stop the others: the exit code is what tells. */
async function finish(run: Run, screen: Screen, how: EndOfTests): Promise<boolean> {
  try {
    const report = await run.end(how)
    if (report) screen.ended(report, run)
    else screen.lost(run)
    const failed = report === undefined || (report.leftovers.length > 0 && run.settings.onLeftover === 'fail')
    if (failed) process.exitCode ||= 1
    return !failed
  } catch (error) {
    process.exitCode ||= 1
    process.stderr.write(`debitura  ${error instanceof Error ? error.stack : String(error)}\n`)
    return false
  }
}
