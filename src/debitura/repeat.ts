import { setTimeout as delay } from 'node:timers/promises'
import type { Safety } from '../contract/operations/operation.ts'
import { backoffMs, classify, mayRepeat, TRIES } from './retry-table.ts'
import { FailedTry, type WireAnswer, type WireFailure } from './wire.ts'

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
export async function repeat(
  attempt: () => Promise<WireAnswer>,
  { safety, random, signal, onRepeat }: Repeating,
): Promise<WireAnswer> {
  for (let tried = 1; ; tried++) {
    const outcome = await outcomeOf(attempt)
    const failure = classify(outcome)
    // A success is an answer, never a failure on the way.
    if (failure === undefined) return outcome as WireAnswer
    // The gate has waited for the rate limit as long as it may.
    const isLast = tried === TRIES || failure === 'rate-limited' || !mayRepeat(failure, safety)
    if (isLast) throw new FailedTry(outcome)
    await delay(backoffMs(tried, random), undefined, { signal })
    onRepeat()
  }
}

async function outcomeOf(attempt: () => Promise<WireAnswer>): Promise<WireAnswer | WireFailure> {
  try {
    return await attempt()
  } catch (error) {
    if (error instanceof FailedTry) return error.outcome
    throw error
  }
}
