import { DebituraTestkitError } from '../../errors/index.ts'
import type { RecoveredRun } from '../../protocol/index.ts'
import { tagOf } from '../identity.ts'
import { type RecoverOptions, recoverRuns } from './recover-runs.ts'
import type { Recovery } from './recovery.ts'

/** How long a recovery may go on once its run has cleaned up after itself, in milliseconds. */
const GOES_ON_FOR_MS = 2_000

/** What a run did for those before it, for its report. */
export interface RecoveryReport {
  readonly recovered: readonly RecoveredRun[]
  readonly notices: readonly string[]
}

/** Recovers runs that were killed, beside a run that is going on. */
export interface BackgroundRecovery {
  /** Ends it soon: what is not done by then is left for the next run. */
  end(): Promise<RecoveryReport>
}

/**
 * Recovers runs that were killed while the tests of another go on: its calls go by the lane of cleanup, so tests do not
 * wait for them. Nothing that goes wrong here is the fault of that run: it is told, and fails nothing.
 */
export function recoverInBackground(
  options: Omit<RecoverOptions, 'dryRun' | 'signal' | 'patience' | 'onRecovery'>,
): BackgroundRecovery {
  const ending = new AbortController()
  const impatience = new AbortController()
  const notices: string[] = []
  const recovering = recoverRuns({ ...options, signal: ending.signal, patience: impatience.signal }).catch(
    (error: unknown): Recovery[] => {
      notices.push(`Earlier runs could not be recovered: ${error instanceof Error ? error.message : error}`)
      return []
    },
  )
  return {
    async end() {
      impatience.abort()
      const timer = setTimeout(() => ending.abort(runOver()), GOES_ON_FOR_MS)
      const recoveries = await recovering
      clearTimeout(timer)
      return {
        recovered: recoveries.flatMap(recoveredRun),
        notices: [...notices, ...recoveries.flatMap(noticeOf)],
      }
    },
  }
}

function recoveredRun(recovery: Recovery): RecoveredRun[] {
  if (recovery.outcome !== 'recovered' && recovery.outcome !== 'left-over') return []
  const { counts, outcome, run } = recovery
  const isNothing = Object.values(counts).every((count) => count === 0)
  return outcome === 'left-over' && isNothing ? [] : [{ tag: tagOf(run.runId), deleted: counts }]
}

/** What a person has to know: not what is in order, and not what takes care of itself. */
function noticeOf(recovery: Recovery): string[] {
  if (recovery.outcome === 'left-over') {
    const { leftovers, run } = recovery
    return leftovers.map(
      ({ kind, id, reason, todo }) =>
        `Left over of the earlier run ${tagOf(run.runId)}: ${kind} ${id}, because ${reason}. ${todo}.`,
    )
  }
  if (recovery.outcome !== 'untouched') return []
  const { why, runId, reason, todo, path } = recovery
  if (why === 'alive' || why === 'being-recovered' || why === 'kept') return []
  return [`The earlier run ${tagOf(runId)} was not recovered: ${reason}. ${todo}. (${path})`]
}

function runOver(): DebituraTestkitError {
  return new DebituraTestkitError({
    code: 'DBT_RUN_OVER',
    what: 'Failed to recover an earlier run',
    why: 'the run beside which it was recovered is over',
    todo: 'Run the tests again, or `debitura-testkit sweep`',
  })
}
