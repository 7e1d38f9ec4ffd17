// The shortest time after which the sliding window can have moved.
const UNSAID_MS = 10_000
const SHORTEST_MS = 50
const LONGEST_MS = 2_147_000_000

/**
 * Milliseconds that a 429 asks to wait. The body says it, in seconds; no header does.
 * @see docs.debitura.com/developer-concepts/rate-limiting
 */
export function retryAfterMs(body: string): number {
  const seconds = secondsIn(body)
  // A limit that is over already still has to let some time pass, or the call would circle.
  return seconds === undefined ? UNSAID_MS : Math.min(LONGEST_MS, Math.max(SHORTEST_MS, seconds * 1_000))
}

function secondsIn(body: string): number | undefined {
  try {
    const read: unknown = JSON.parse(body)
    if (typeof read !== 'object' || read === null || !('retryAfter' in read)) return undefined
    return typeof read.retryAfter === 'number' && read.retryAfter >= 0 ? read.retryAfter : undefined
  } catch {
    // A proxy's page, not Debitura's body.
    return undefined
  }
}
