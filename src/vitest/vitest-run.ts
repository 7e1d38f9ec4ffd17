import type { Vitest } from 'vitest/node'
import { type RunnerRun, startRunnerRun } from '../runner/runner-run.ts'
import type { DebituraOptions } from '../steward/index.ts'
import { takeSignals } from './signals.ts'

/** Starts the run of a Vitest process, which ends with it, also where a signal ends that. */
export async function startVitestRun(vitest: Vitest, options: DebituraOptions): Promise<RunnerRun> {
  const { run, end: endRun } = await startRunnerRun(options)
  let cutShort = false
  vitest.onCancel(() => {
    cutShort = true
  })
  const end = () => endRun({ cutShort }).finally(() => giveSignalsBack())
  // In watch mode, Vitest itself runs the teardown when it is told to quit.
  const giveSignalsBack = vitest.config.watch ? () => undefined : takeSignals(vitest, end)
  return { run, end }
}
