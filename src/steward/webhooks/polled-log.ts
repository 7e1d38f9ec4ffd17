import type { WebhookEvent } from '../../contract/index.ts'
import type { EventLog } from '../../protocol/index.ts'
import type { PollBudget } from './poll-budget.ts'

const FIRST_PAUSE_MS = 15
const LONGEST_PAUSE_MS = 2_000

/** The event log of one case, polled as long as somebody waits for it, with pauses that grow. */
export class PolledLog {
  readonly #read: () => Promise<WebhookEvent[]>
  readonly #budget: PollBudget
  #events: readonly WebhookEvent[] = []
  #version = 0
  /** What the log was like, in one text. */
  #state: string | undefined
  #sameSince = 0
  #readAt = 0
  #pauseMs = 0
  #dueAt = 0
  #wake: (() => void) | undefined
  #latest: Promise<void> = Promise.resolve()
  #next: Promise<void> | undefined

  constructor(read: () => Promise<WebhookEvent[]>, budget: PollBudget) {
    this.#read = read
    this.#budget = budget
  }

  get version(): number {
    return this.#version
  }

  contents(): EventLog {
    return {
      version: this.#version,
      events: this.#events,
      settledForMs: Math.max(0, this.#readAt - this.#sameSince),
    }
  }

  /** Resolves after a read that begins after now; everybody who asks meanwhile shares it. */
  next(): Promise<void> {
    if (this.#next === undefined) {
      const poll = this.#poll(this.#latest)
      this.#latest = poll.catch(() => undefined)
      this.#next = poll
    }
    return this.#next
  }

  /** Somebody new waits, or something is known to have changed. */
  hurry(inMs = 0): void {
    this.#pauseMs = 0
    this.#dueAt = Math.min(this.#dueAt, performance.now() + inMs)
    this.#wake?.()
  }

  async #poll(before: Promise<void>): Promise<void> {
    await before
    await this.#pause()
    await this.#budget.turn()
    // Who asks from here on wants what is read later.
    this.#next = undefined
    const readAt = performance.now()
    this.#take(await this.#read(), readAt)
  }

  #take(events: readonly WebhookEvent[], readAt: number): void {
    const state = JSON.stringify(events)
    const isSame = state === this.#state
    this.#readAt = readAt
    this.#pauseMs = isSame
      ? Math.min(Math.max(FIRST_PAUSE_MS, this.#pauseMs * 2), LONGEST_PAUSE_MS)
      : FIRST_PAUSE_MS
    if (isSame) return
    this.#state = state
    this.#events = events
    this.#version += 1
    this.#sameSince = performance.now()
  }

  async #pause(): Promise<void> {
    this.#dueAt = performance.now() + this.#pauseMs
    for (;;) {
      const leftMs = this.#dueAt - performance.now()
      if (leftMs <= 0) return
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, leftMs)
        this.#wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  }
}
