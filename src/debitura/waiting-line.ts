interface Waiter {
  readonly order: number
  go(): void
}

/** Calls that wait for their turn: the one that was made first goes first, whenever it came. */
export class WaitingLine {
  readonly #waiters: Waiter[] = []

  get length(): number {
    return this.#waiters.length
  }

  /** Does the work when it is the call's turn. Rejects with the signal's reason when that aborts before. */
  join<T>(order: number, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason)
      const leave = () => {
        this.#waiters.splice(this.#waiters.indexOf(waiter), 1)
        reject(signal.reason)
      }
      const waiter: Waiter = {
        order,
        go() {
          signal.removeEventListener('abort', leave)
          resolve(work())
        },
      }
      signal.addEventListener('abort', leave)
      const place = this.#waiters.findLastIndex((earlier) => earlier.order < order) + 1
      this.#waiters.splice(place, 0, waiter)
    })
  }

  /** Lets the first so many go. */
  release(many: number): void {
    for (const waiter of this.#waiters.splice(0, many)) waiter.go()
  }
}
