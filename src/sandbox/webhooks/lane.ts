/** Deliveries to one subscription that may be under way at once. */
export const LANE_WIDTH = 16

/** Does work in the order in which it came, so many at once and no more: a run may make cases faster than a receiver takes them. */
export class Lane {
  readonly #waiting: (() => Promise<void>)[] = []
  #running = 0

  add(work: () => Promise<void>): void {
    this.#waiting.push(work)
    this.#next()
  }

  /** Forgets what has not begun. */
  clear(): void {
    this.#waiting.length = 0
  }

  #next(): void {
    if (this.#running >= LANE_WIDTH) return
    const work = this.#waiting.shift()
    if (work === undefined) return
    this.#running += 1
    void work().finally(() => {
      this.#running -= 1
      this.#next()
    })
  }
}
