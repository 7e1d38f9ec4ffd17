import { setTimeout as delay } from 'node:timers/promises'
import pRetry from 'p-retry'
import type { Safety } from '../contract/operations/operation.ts'
import { backoffMs, classify, isDoubtful, mayRepeat, TRIES } from './retry-table.ts'
import { FailedTry, type WireAnswer, type WireFailure } from './wire.ts'

/** How a call is repeated. */
export interface Repeating {
  readonly safety: Safety
  readonly random: () => number
  readonly signal: AbortSignal
  onRepeat(): void
}

type Attempt = () => Promise<WireAnswer>

/**
 * Tries until there is a success, or a failure after which the call must not be sent again. Nearly every call succeeds
 * at once, and pays nothing for what it takes to repeat one.
 * @throws FailedTry with the last outcome, and whether those before it leave a doubt
 */
export async function repeat(attempt: Attempt, repeating: Repeating): Promise<WireAnswer> {
  const outcome = await outcomeOf(attempt)
  // A success is an answer, never a failure on the way.
  if (classify(outcome) === undefined) return outcome as WireAnswer
  return repeatAfter(outcome, attempt, repeating)
}

/** Goes on after a first try that failed: to p-retry it is the first of its own. */
function repeatAfter(
  first: WireAnswer | WireFailure,
  attempt: Attempt,
  { safety, random, signal, onRepeat }: Repeating,
): Promise<WireAnswer> {
  let doubt = false
  return pRetry(
    async (tried) => {
      const outcome = tried === 1 ? first : await outcomeOf(attempt)
      // A success is an answer, never a failure on the way.
      if (classify(outcome) === undefined) return outcome as WireAnswer
      const failed = new FailedTry(outcome, doubt)
      doubt ||= isDoubtful(outcome)
      throw failed
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

async function outcomeOf(attempt: Attempt): Promise<WireAnswer | WireFailure> {
  try {
    return await attempt()
  } catch (error) {
    if (error instanceof FailedTry) return error.outcome
    throw error
  }
}
