import type { Vitest } from 'vitest/node'
import { type DebituraOptions, type EndOfTests, type Run, startRun } from '../steward/index.ts'
import { Screen } from '../terminal/index.ts'
import { takeSignals } from './signals.ts'
import { setVariables } from './variables.ts'

/** The run of one Vitest process. */
export interface VitestRun {
  readonly run: Run
  /** Ends the run, cleans up, and says how it went. Does so once, however often it is called. */
  end(): Promise<void>
}

/** Starts the run of a Vitest process: steward, environment variables, first line, signals. */
export async function startVitestRun(vitest: Vitest, options: DebituraOptions): Promise<VitestRun> {
  const screen = new Screen()
  const run = await startRun({ options, onProgress: options.quiet ? undefined : screen.progress })
  const putVariablesBack = setVariables(run.variables)
  screen.started(run)

  let cutShort = false
  vitest.onCancel(() => {
    cutShort = true
  })
  let ended: Promise<void> | undefined
  const end = () => {
    ended ??= finish(run, screen, { cutShort }).finally(() => {
      putVariablesBack()
      giveSignalsBack()
    })
    return ended
  }
  // In watch mode, Vitest itself runs the teardown when it is told to quit.
  const giveSignalsBack = vitest.config.watch ? () => undefined : takeSignals(vitest, end)
  return { run, end }
}

/** Vitest swallows what a teardown throws, or stops the others: the exit code is what tells. */
async function finish(run: Run, screen: Screen, how: EndOfTests): Promise<void> {
  try {
    const report = await run.end(how)
    if (report) screen.ended(report, run)
    else screen.lost(run)
    const failed = report === undefined || (report.leftovers.length > 0 && run.settings.onLeftover === 'fail')
    if (failed) process.exitCode ||= 1
  } catch (error) {
    process.exitCode ||= 1
    process.stderr.write(`debitura  ${error instanceof Error ? error.stack : String(error)}\n`)
  }
}
