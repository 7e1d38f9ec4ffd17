/**
 * A request that was on its way when its run was killed may be carried out later: nobody waits for the answer, and
 * Debitura does not know. What guarantees that it leaves nothing behind:
 * - the intent is on disk before the request is sent, so whatever may still arrive is among the intents that have no
 *   outcome. Where there are none, nothing can arrive, and nobody waits;
 * - the owner was dead when its journal was claimed, so everything was sent before the first claim. The claim is a line
 *   in the journal, so that a second recovery does not wait anew;
 * - what arrives late arrives within the grace period after that; what is not there then never will be. Only then is an
 *   intent taken for one that came to nothing; what is there is cleaned at once, and whatever came meanwhile afterwards;
 * - a journal whose last line is so old that no call of its run can have lasted that long needs no grace any more;
 * - none of it relies on the clock being right while we wait. One that is turned back makes a recovery wait again, never
 *   longer than the grace period; only one that is turned forward, by minutes, between the death of a run and its
 *   recovery, makes it wait less.
 */
import type { Environment } from '../../contract/index.ts'

/** How long a request may be on its way, in milliseconds: on loopback hardly at all, else as long as a proxy waits. */
export function graceOf(environment: Environment): number {
  return environment === 'sandbox' ? 3_000 : 60_000
}

/** Longer than any call lasts, with all its repeats and the waits for a rate limit, in milliseconds. */
const LONGEST_CALL_MS = 900_000

/** What is known of the end of a run. Times are in milliseconds since the epoch. */
export interface EndOfOwner {
  readonly environment: Environment
  /** The last line of the journal as it was found. */
  readonly lastLineAt: number
  /** The first time that somebody found the owner dead. */
  readonly firstClaimAt: number
  readonly now: number
  /** @default as the environment needs */
  readonly graceMs?: number | undefined
}

/** Milliseconds until nothing can arrive any more. */
export function lateForMs({ environment, lastLineAt, firstClaimAt, now, graceMs }: EndOfOwner): number {
  const grace = graceMs ?? graceOf(environment)
  const quietAt = Math.min(firstClaimAt + grace, lastLineAt + LONGEST_CALL_MS + grace)
  return Math.min(Math.max(0, quietAt - now), grace)
}
