import { RATE_LIMITS } from '../../contract/words/index.ts'

const SEGMENT_SECONDS = 10

interface Window {
  readonly calls: number
  /** Counts the call at a time; answers the seconds to wait where the window is full. */
  wait(seconds: number): number
  count(seconds: number): void
}

/**
 * Debitura's limits, per key: all windows must have room for a call. A refused call counts for none.
 * @see docs.debitura.com/developer-concepts/rate-limiting
 */
export class RateLimiter {
  readonly #partitions = new Map<string, readonly Window[]>()

  /**
   * Counts a call; answers the seconds to wait where it is over a limit, and 0 where it is not.
   * @param now - milliseconds since 1970
   */
  take(partition: string, now: number): number {
    const seconds = now / 1000
    const windows = this.#windowsOf(partition, seconds)
    const wait = Math.max(...windows.map((window) => window.wait(seconds)))
    if (wait === 0) for (const window of windows) window.count(seconds)
    return wait
  }

  #windowsOf(partition: string, firstCall: number): readonly Window[] {
    const known = this.#partitions.get(partition)
    if (known !== undefined) return known
    const fresh = RATE_LIMITS.map(({ calls, windowSeconds, kind }) =>
      kind === 'sliding'
        ? slidingWindow(calls, windowSeconds)
        : fixedWindow(calls, windowSeconds, kind === 'clock' ? 0 : firstCall),
    )
    this.#partitions.set(partition, fresh)
    return fresh
  }
}

function slidingWindow(calls: number, length: number): Window {
  const counts = new Map<number, number>()
  const segments = length / SEGMENT_SECONDS
  const drop = (current: number) => {
    for (const segment of counts.keys()) if (segment <= current - segments) counts.delete(segment)
  }
  return {
    calls,
    wait(seconds) {
      drop(Math.floor(seconds / SEGMENT_SECONDS))
      const used = [...counts.values()].reduce((sum, count) => sum + count, 0)
      if (used < calls) return 0
      const [oldest = 0] = counts.keys()
      return (oldest + segments) * SEGMENT_SECONDS - seconds
    },
    count(seconds) {
      const segment = Math.floor(seconds / SEGMENT_SECONDS)
      counts.set(segment, (counts.get(segment) ?? 0) + 1)
    },
  }
}

/** One window after the other, counted from an anchor in seconds. */
function fixedWindow(calls: number, length: number, anchor: number): Window {
  let opened = Number.NEGATIVE_INFINITY
  let used = 0
  return {
    calls,
    wait(seconds) {
      if (seconds >= opened + length) return 0
      return used < calls ? 0 : opened + length - seconds
    },
    count(seconds) {
      if (seconds >= opened + length) {
        opened = seconds - ((seconds - anchor) % length)
        used = 0
      }
      used += 1
    },
  }
}
