import { setTimeout as pause } from 'node:timers/promises'
import { RATE_LIMITS } from '../../contract/index.ts'
import { Pace } from '../../debitura/index.ts'

/** What polls may take of Debitura's limit: most of it is for what tests do. */
const SHARE = 0.3

/** Keeps all pollers of a run together below a share of Debitura's limit per minute. */
export class PollBudget {
  readonly #pace: Pace | undefined

  /** @param isLimited - whether Debitura limits calls at all */
  constructor(isLimited: boolean) {
    const [{ calls, windowSeconds }] = RATE_LIMITS
    this.#pace = isLimited ? new Pace(Math.floor(calls * SHARE), windowSeconds * 1_000) : undefined
  }

  /** Resolves when the next poll may go. */
  async turn(): Promise<void> {
    while (this.#pace !== undefined && !this.#pace.take(performance.now()))
      await pause(Math.max(1, this.#pace.opensAt() - performance.now()))
  }
}
