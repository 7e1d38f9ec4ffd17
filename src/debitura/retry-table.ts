import type { Safety } from '../contract/operations/operation.ts'
import type { WireAnswer, WireFailure } from './wire.ts'

/**
 * What is known about a try that failed.
 * - `never-sent`: Debitura cannot have seen it;
 * - `rate-limited`: Debitura refused it unread;
 * - `perhaps-processed`: it may have been carried out, in full or in part;
 * - `final`: the same request would fail again.
 */
export type FailureClass = 'never-sent' | 'rate-limited' | 'perhaps-processed' | 'final'

/** Tries of one call, the first included. Rate limited tries do not count. */
export const TRIES = 4

const FIRST_WAIT_MS = 200

// A 503 may come from a proxy that lost its server half-way, so it says nothing about whether the call was carried out.
const PERHAPS_PROCESSED = new Set([500, 502, 503, 504])

/** Sorts a failed try into its class; `undefined` for a success. */
export function classify(outcome: WireAnswer | WireFailure): FailureClass | undefined {
  if ('status' in outcome) {
    if (outcome.status >= 200 && outcome.status < 300) return undefined
    if (outcome.status === 429) return 'rate-limited'
    return PERHAPS_PROCESSED.has(outcome.status) ? 'perhaps-processed' : 'final'
  }
  if (outcome.code === 'BODY_LIMIT' || isUntrusted(outcome.code) || outcome.code === 'UND_ERR_INVALID_ARG') {
    return 'final'
  }
  return outcome.sent ? 'perhaps-processed' : 'never-sent'
}

/**
 * Whether Debitura may have carried out a try that failed. Not only what may be repeated is in doubt: a 501 is final, and
 * an answer that is too long to read is one.
 */
export function isDoubtful(outcome: WireAnswer | WireFailure): boolean {
  if ('status' in outcome) return outcome.status >= 500
  return outcome.sent && !isUntrusted(outcome.code)
}

/** Whether node refused the server's certificate. */
export function isUntrusted(code: string): boolean {
  return /CERT|ERR_TLS|UNABLE_TO_VERIFY/.test(code)
}

/** Whether a call may be sent again after such a failure. */
export function mayRepeat(failure: FailureClass, safety: Safety): boolean {
  switch (failure) {
    case 'never-sent':
    case 'rate-limited':
      return true
    case 'perhaps-processed':
      return safety !== 'once'
    case 'final':
      return false
  }
}

/** Milliseconds before the next try: doubles with each, less up to a half so that callers do not march in step. */
export function backoffMs(failedTries: number, random: () => number): number {
  return FIRST_WAIT_MS * 2 ** (failedTries - 1) * (1 - random() / 2)
}
