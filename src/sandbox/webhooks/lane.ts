import { reportBug } from '../report-bug.ts'

/** Deliveries to one subscription that may be under way at once. */
export const LANE_WIDTH = 16

interface Turn {
  readonly work: () => Promise<void>
  readonly over: () => void
}

/** Does work in the order in which it came, so many at once and no more: a run may make cases faster than a receiver takes them. */
export class Lane {
  readonly #waiting: Turn[] = []
  #running = 0

  /** Resolves once the work is done, or forgotten. */
  add(work: () => Promise<void>): Promise<void> {
    return new Promise((over) => {
      this.#waiting.push({ work, over })
      this.#next()
    })
  }

  /** Forgets what has not begun. */
  clear(): void {
    for (const { over } of this.#waiting.splice(0)) over()
  }

  #next(): void {
    if (this.#running >= LANE_WIDTH) return
    const turn = this.#waiting.shift()
    if (turn === undefined) return
    this.#running += 1
    void this.#take(turn).finally(() => {
      this.#running -= 1
      turn.over()
      this.#next()
    })
  }

  /** Nobody hears of what fails: it would end the process that the sandbox runs in. */
  async #take({ work }: Turn): Promise<void> {
    try {
      await work()
    } catch (error) {
      reportBug('deliver a webhook', error)
    }
  }
}
