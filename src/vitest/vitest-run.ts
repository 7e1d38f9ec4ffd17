import type { Vitest } from 'vitest/node'
import { type RunnerRun, startRunnerRun } from '../runner/runner-run.ts'
import { takeSignals } from '../runner/signals.ts'
import type { DebituraOptions } from '../steward/index.ts'
import { stopTests } from './stop-tests.ts'

/** Starts the run of a Vitest process, which ends with it, also where a signal ends that. */
export async function startVitestRun(vitest: Vitest, options: DebituraOptions): Promise<RunnerRun> {
  const { run, end: endRun } = await startRunnerRun(options)
  let cutShort = false
  vitest.onCancel(() => {
    cutShort = true
  })
  const end = () => endRun({ cutShort }).finally(() => giveSignalsBack())
  const stop = async () => {
    await stopTests(vitest)
    await end()
    await vitest.exit(true)
  }
  // In watch mode, Vitest itself runs the teardown when it is told to quit.
  const giveSignalsBack = vitest.config.watch ? () => undefined : takeSignals(stop)
  return { run, end }
}
