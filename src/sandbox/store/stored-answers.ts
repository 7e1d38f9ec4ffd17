import { isDeepStrictEqual } from 'node:util'

/** An answer that an idempotency key replays. */
export interface StoredAnswer {
  /** The key, with its account and its operation. */
  readonly key: string
  /** What the request's body said. */
  readonly body: unknown
  readonly status: number
  readonly text: string
}

/** How many answers a world keeps; how long Debitura keeps them is not documented. */
const STORED_ANSWERS = 10_000

/**
 * Answers by idempotency key. A handler runs in one go, so two requests with the same key cannot both be under way:
 * the second finds the first one's answer.
 */
export class StoredAnswers {
  readonly #answers = new Map<string, StoredAnswer>()

  /** The answer to the same request, or `conflict` where the key was used with another body. */
  find(key: string, body: unknown): StoredAnswer | 'conflict' | undefined {
    const stored = this.#answers.get(key)
    if (stored === undefined) return undefined
    return isDeepStrictEqual(stored.body, body) ? stored : 'conflict'
  }

  all(): IterableIterator<StoredAnswer> {
    return this.#answers.values()
  }

  add(answer: StoredAnswer): void {
    if (this.#answers.size >= STORED_ANSWERS) {
      const [oldest] = this.#answers.keys()
      if (oldest !== undefined) this.#answers.delete(oldest)
    }
    this.#answers.set(answer.key, answer)
  }
}
