import { RATE_LIMITS } from '../../contract/words/index.ts'

const SEGMENT_SECONDS = 10

/** A key that has been quiet for so long has used nothing of any limit. */
const LONGEST_WINDOW_SECONDS = Math.max(...RATE_LIMITS.map(({ windowSeconds }) => windowSeconds))

/** Calls of a key within one window: by segment, or since the window opened. */
interface Uses {
  readonly bySegment: Map<number, number>
  opened: number
  used: number
}

/** What a key used of each limit, in the order of `RATE_LIMITS`. */
export interface Partition {
  readonly name: string
  /** When its first call came, in seconds since 1970. */
  readonly firstCall: number
  lastCall: number
  readonly uses: readonly Uses[]
}

type Limit = (typeof RATE_LIMITS)[number]

/**
 * Debitura's limits, per key: all windows must have room for a call. A refused call counts for none.
 * @see docs.debitura.com/developer-concepts/rate-limiting
 */
export class RateLimiter {
  /** Those that have been quiet for longest come first. */
  readonly #partitions = new Map<string, Partition>()

  /**
   * Counts a call; answers the seconds to wait where it is over a limit, and 0 where it is not.
   * @param now - milliseconds since 1970
   */
  take(name: string, now: number): number {
    const seconds = now / 1000
    this.#forgetQuiet(seconds)
    const partition = this.#partitionOf(name, seconds)
    const used = usesOf(partition)
    const wait = Math.max(...used.map(([limit, uses]) => waitOf(limit, uses, seconds)))
    if (wait === 0) for (const [limit, uses] of used) count(limit, uses, seconds, partition.firstCall)
    return wait
  }

  add(partition: Partition): void {
    this.#partitions.set(partition.name, partition)
  }

  all(): IterableIterator<Partition> {
    return this.#partitions.values()
  }

  #forgetQuiet(now: number): void {
    for (const { name, lastCall } of this.#partitions.values()) {
      if (lastCall + LONGEST_WINDOW_SECONDS > now) return
      this.#partitions.delete(name)
    }
  }

  #partitionOf(name: string, now: number): Partition {
    const partition = this.#partitions.get(name) ?? fresh(name, now)
    partition.lastCall = now
    this.#partitions.delete(name)
    this.add(partition)
    return partition
  }
}

function fresh(name: string, now: number): Partition {
  const uses = RATE_LIMITS.map(() => ({ bySegment: new Map(), opened: Number.NEGATIVE_INFINITY, used: 0 }))
  return { name, firstCall: now, lastCall: now, uses }
}

const usesOf = ({ uses }: Partition): [Limit, Uses][] =>
  RATE_LIMITS.flatMap((limit, index): [Limit, Uses][] => {
    const one = uses[index]
    return one === undefined ? [] : [[limit, one]]
  })

function waitOf({ calls, windowSeconds, kind }: Limit, uses: Uses, seconds: number): number {
  if (kind !== 'sliding') {
    if (seconds >= uses.opened + windowSeconds) return 0
    return uses.used < calls ? 0 : uses.opened + windowSeconds - seconds
  }
  const { bySegment } = uses
  const segments = windowSeconds / SEGMENT_SECONDS
  const current = Math.floor(seconds / SEGMENT_SECONDS)
  for (const segment of bySegment.keys()) if (segment <= current - segments) bySegment.delete(segment)
  const used = [...bySegment.values()].reduce((sum, one) => sum + one, 0)
  if (used < calls) return 0
  const [oldest = 0] = bySegment.keys()
  return (oldest + segments) * SEGMENT_SECONDS - seconds
}

function count({ windowSeconds, kind }: Limit, uses: Uses, seconds: number, firstCall: number): void {
  if (kind === 'sliding') {
    const segment = Math.floor(seconds / SEGMENT_SECONDS)
    uses.bySegment.set(segment, (uses.bySegment.get(segment) ?? 0) + 1)
    return
  }
  if (seconds >= uses.opened + windowSeconds) {
    // One window after the other, counted from the clock's hour or from the first call.
    uses.opened = seconds - ((seconds - (kind === 'clock' ? 0 : firstCall)) % windowSeconds)
    uses.used = 0
  }
  uses.used += 1
}
