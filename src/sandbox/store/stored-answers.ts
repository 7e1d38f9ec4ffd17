/** An answer that an idempotency key replays. */
export interface StoredAnswer {
  /** The key, with all that it is bound to. */
  readonly key: string
  /** Stands for what was sent. */
  readonly fingerprint: string
  /** Until when it is kept, in milliseconds since 1970; `null` where no end is documented. */
  readonly expires: number | null
  readonly status: number
  readonly text: string
}

/** How many answers a world keeps, so that it does not grow for ever. */
const STORED_ANSWERS = 10_000

/**
 * Answers by idempotency key. A handler runs in one go, so two requests with the same key cannot both be under way:
 * the second finds the first one's answer.
 */
export class StoredAnswers {
  readonly #answers = new Map<string, StoredAnswer>()

  /**
   * The answer to the same request, or `conflict` where the key was used with another one.
   * @param now - in milliseconds since 1970
   */
  find(key: string, fingerprint: string, now: number): StoredAnswer | 'conflict' | undefined {
    const stored = this.#answers.get(key)
    if (stored === undefined || (stored.expires !== null && stored.expires <= now)) return undefined
    return stored.fingerprint === fingerprint ? stored : 'conflict'
  }

  all(): IterableIterator<StoredAnswer> {
    return this.#answers.values()
  }

  add(answer: StoredAnswer): void {
    // One that takes an expired one's place is the youngest again.
    this.#answers.delete(answer.key)
    if (this.#answers.size >= STORED_ANSWERS) {
      const [oldest] = this.#answers.keys()
      if (oldest !== undefined) this.#answers.delete(oldest)
    }
    this.#answers.set(answer.key, answer)
  }
}
