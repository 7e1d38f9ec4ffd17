import { setTimeout as delay } from 'node:timers/promises'
import pRetry from 'p-retry'
import type { Safety } from '../contract/operations/operation.ts'
import { backoffMs, classify, mayRepeat, TRIES } from './retry-table.ts'
import { FailedTry, type WireAnswer } from './wire.ts'

/** How a call is repeated. */
export interface Repeating {
  readonly safety: Safety
  readonly random: () => number
  readonly signal: AbortSignal
  onRepeat(): void
}

/**
 * Tries until there is a success, or a failure after which the call must not be sent again.
 * @throws FailedTry with the last outcome
 */
export function repeat(attempt: () => Promise<WireAnswer>, repeating: Repeating): Promise<WireAnswer> {
  const { safety, random, signal, onRepeat } = repeating
  return pRetry(
    async () => {
      const answer = await attempt()
      if (classify(answer) !== undefined) throw new FailedTry(answer)
      return answer
    },
    {
      retries: TRIES - 1,
      // The wait is below, where its jitter can be given.
      minTimeout: 0,
      shouldRetry: async ({ error, attemptNumber }) => {
        const failure = error instanceof FailedTry ? classify(error.outcome) : undefined
        // The gate has waited for the rate limit as long as it may.
        if (failure === undefined || failure === 'rate-limited' || !mayRepeat(failure, safety)) return false
        await delay(backoffMs(attemptNumber, random), undefined, { signal })
        onRepeat()
        return true
      },
    },
  )
}
