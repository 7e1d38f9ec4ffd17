import { inheritable } from '../runner/inherited-run.ts'
import { type RunnerRun, startRunnerRun } from '../runner/runner-run.ts'
import { takeSignals } from '../runner/signals.ts'
import { setVariables } from '../runner/variables.ts'
import type { DebituraOptions } from '../steward/index.ts'

/**
 * Starts the run of a Jest process, which ends with it. Jest dies by a signal without any teardown, so signals are the
 * kit's until the run is over: the first one cleans up and exits, the second one does what it would have done.
 */
export async function startJestRun(options: DebituraOptions): Promise<RunnerRun> {
  const { run, end: endRun } = await startRunnerRun(options)
  const putVariablesBack = setVariables(inheritable(run.address))
  const end: RunnerRun['end'] = (how) =>
    endRun(how).finally(() => {
      giveSignalsBack()
      putVariablesBack()
    })
  const giveSignalsBack = takeSignals(async () => {
    await end({ cutShort: true })
    process.exit()
  })
  return { run, end }
}
