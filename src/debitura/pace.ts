/** Lets through at most so many calls in any window of time, as a burst or spread out. */
export class Pace {
  readonly #limit: number
  readonly #windowMs: number
  // When each of the last `limit` calls went; the next one overwrites the oldest.
  readonly #sentAt: number[] = []
  #next = 0

  constructor(limit: number, windowMs: number) {
    this.#limit = limit
    this.#windowMs = windowMs
  }

  /** Counts a call that goes now; `false` where it may not yet. */
  take(now: number): boolean {
    if (this.opensAt() > now) return false
    this.#sentAt[this.#next] = now
    this.#next = (this.#next + 1) % this.#limit
    return true
  }

  /** When the next call may go. */
  opensAt(): number {
    const oldest = this.#sentAt[this.#next]
    return oldest === undefined ? Number.NEGATIVE_INFINITY : oldest + this.#windowMs
  }

  /** How many calls may go now, of those that want to. */
  allowance(now: number, wanted: number): number {
    const most = Math.min(wanted, this.#limit)
    for (let ahead = 0; ahead < most; ahead++) {
      const sentAt = this.#sentAt[(this.#next + ahead) % this.#limit]
      if (sentAt !== undefined && sentAt + this.#windowMs > now) return ahead
    }
    return most
  }
}
