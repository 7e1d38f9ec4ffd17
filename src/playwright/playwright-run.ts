import { inheritable } from '../runner/inherited-run.ts'
import { type RunnerRun, startRunnerRun } from '../runner/runner-run.ts'
import { setVariables } from '../runner/variables.ts'
import type { DebituraOptions } from '../steward/index.ts'
import { joinSignals } from './signals.ts'

/** Starts the run of a Playwright process, which ends with it, also where a signal ends that. */
export async function startPlaywrightRun(options: DebituraOptions): Promise<RunnerRun> {
  const { run, end: endRun } = await startRunnerRun(options)
  const putVariablesBack = setVariables(inheritable(run.address))
  let cutShort = false
  const leaveSignals = joinSignals(() => {
    cutShort = true
  })
  const end = () =>
    endRun({ cutShort }).finally(() => {
      leaveSignals()
      putVariablesBack()
    })
  return { run, end }
}
