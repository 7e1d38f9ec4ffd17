import { reportBug } from '../report-bug.ts'

/** Deliveries to one subscription that may be under way at once. */
export const LANE_WIDTH = 16

interface Turn {
  readonly work: () => Promise<void>
  readonly over: () => void
}

/** Does work in the order in which it came, so many at once and no more: a run may make cases faster than a receiver takes them. */
export class Lane {
  readonly #waiting = new Map<string, Turn>()
  #running = 0

  /** Resolves once the work is done, or forgotten. */
  add(id: string, work: () => Promise<void>): Promise<void> {
    return new Promise((over) => {
      this.#waiting.set(id, { work, over })
      this.#next()
    })
  }

  /** Forgets work, if it has not begun. */
  forget(id: string): void {
    const turn = this.#waiting.get(id)
    this.#waiting.delete(id)
    turn?.over()
  }

  /** Forgets what has not begun. */
  clear(): void {
    for (const id of [...this.#waiting.keys()]) this.forget(id)
  }

  #next(): void {
    if (this.#running >= LANE_WIDTH) return
    const [first] = this.#waiting
    if (first === undefined) return
    const [id, turn] = first
    this.#waiting.delete(id)
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
