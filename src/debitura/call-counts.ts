import type { Lane } from './call-request.ts'

/** Requests so far. */
export interface LaneCounts {
  /** Requests handed to the network, repeated ones included. */
  readonly sent: number
  /** Requests sent again because a try had failed. */
  readonly retried: number
  /** Times that Debitura answered 429. */
  readonly rateLimited: number
}

/** Live counters of a connection. Plain data: copy it to keep a moment. */
export interface CallCounts {
  readonly total: number
  readonly retried: number
  readonly rateLimited: number
  readonly byLane: Readonly<Record<Lane, LaneCounts>>
}

/** Advances a counter of a lane by one. */
export type Count = (lane: Lane, what: keyof LaneCounts) => void

/** Counters, and the way to advance them. */
export function createCallCounts(): {
  readonly counts: CallCounts
  readonly count: Count
} {
  const counts = {
    total: 0,
    retried: 0,
    rateLimited: 0,
    byLane: {
      test: { sent: 0, retried: 0, rateLimited: 0 },
      poll: { sent: 0, retried: 0, rateLimited: 0 },
      cleanup: { sent: 0, retried: 0, rateLimited: 0 },
    },
  }
  return {
    counts,
    count(lane, what) {
      counts.byLane[lane][what]++
      counts[what === 'sent' ? 'total' : what]++
    },
  }
}
