import type { Pace } from './pace.ts'
import { WaitingLine } from './waiting-line.ts'
import type { WireAnswer } from './wire.ts'

/**
 * Where all calls of one key pass: shut while Debitura's rate limit holds, and while our own pace is used up. Calls
 * that wait go on in the order in which they were made.
 */
export class KeyGate {
  readonly #pace: Pace | undefined
  readonly #waiting = new WaitingLine()
  #shutUntil = Number.NEGATIVE_INFINITY
  #refusal: WireAnswer | undefined
  #timer: NodeJS.Timeout | undefined

  constructor(pace: Pace | undefined) {
    this.#pace = pace
  }

  /** The 429 that shut the gate last. */
  get refusal(): WireAnswer | undefined {
    return this.#refusal
  }

  /** Whether a call that comes now may try to pass without waiting behind others. */
  isOpen(): boolean {
    return this.#waiting.length === 0 && this.#opensAt() <= performance.now()
  }

  /** Milliseconds for which Debitura's limit holds the gate shut. */
  shutForMs(): number {
    return this.#shutUntil - performance.now()
  }

  /** Passes, and counts for the pace; `false` where the gate has shut meanwhile. */
  pass(): boolean {
    const now = performance.now()
    return this.#shutUntil <= now && (this.#pace?.take(now) ?? true)
  }

  /** Shuts the gate for everyone, because Debitura said 429. */
  shut(ms: number, refusal: WireAnswer): void {
    this.#shutUntil = Math.max(this.#shutUntil, performance.now() + ms)
    this.#refusal = refusal
    this.#schedule()
  }

  /** Lets everyone who waits look again, though the gate is still shut. */
  wakeAll(): void {
    this.#waiting.release(this.#waiting.length)
  }

  /** Resolves when it is worth trying to pass again. */
  async wait(order: number, signal: AbortSignal): Promise<void> {
    const turn = this.#waiting.join(order, signal, async () => undefined)
    this.#schedule()
    try {
      await turn
    } finally {
      if (this.#waiting.length === 0) clearTimeout(this.#timer)
    }
  }

  #opensAt(): number {
    return Math.max(this.#shutUntil, this.#pace?.opensAt() ?? Number.NEGATIVE_INFINITY)
  }

  #schedule(): void {
    clearTimeout(this.#timer)
    if (this.#waiting.length === 0) return
    const inMs = Math.max(0, Math.ceil(this.#opensAt() - performance.now()))
    this.#timer = setTimeout(() => this.#release(), inMs)
  }

  #release(): void {
    const now = performance.now()
    if (this.#opensAt() <= now) {
      const many = this.#pace?.allowance(now, this.#waiting.length) ?? this.#waiting.length
      this.#waiting.release(many)
    }
    this.#schedule()
  }
}
