import type { WebhookAnswer } from '../../protocol/index.ts'
import type { Ledger } from '../ledger.ts'
import type { Arrival } from './arrivals.ts'
import { ACCEPTED, type PostOffice } from './post-office.ts'
import { subjectsOf } from './subjects.ts'

/**
 * Half of what Debitura waits for an answer.
 * @see docs.debitura.com/referral-partners/integration-guides/webhooks-best-practices
 */
const OWNED_WITHIN_MS = 5_000

/** What the answers of a test depend on. */
export interface AnsweringTools {
  readonly ledger: Ledger
  readonly office: PostOffice
  readonly scopeId: string
}

/**
 * What a test wants to answer, one delivery after the other; the last answer holds for all that follow. Only what the test
 * made is answered so: a subscription hears of everybody's cases.
 */
export class ArrangedAnswers {
  readonly #tools: AnsweringTools
  #answers: readonly WebhookAnswer[]
  #given = 0

  constructor(answers: readonly WebhookAnswer[], tools: AnsweringTools) {
    this.#answers = answers
    this.#tools = tools
  }

  /** Answers what comes from now on. */
  arrange(answers: readonly WebhookAnswer[]): void {
    this.#answers = answers
    this.#given = 0
  }

  /** Debitura may tell of a case before it has answered who makes it, and then that answer shows whose it is. */
  to(arrival: Arrival): WebhookAnswer | Promise<WebhookAnswer> {
    if (this.#isOfTest(arrival)) return this.#next()
    return this.#isMakingCases() ? this.#onceMade(arrival) : ACCEPTED
  }

  async #onceMade(arrival: Arrival): Promise<WebhookAnswer> {
    const { office } = this.#tools
    const deadline = performance.now() + OWNED_WITHIN_MS
    while (this.#isMakingCases() && !office.isClosed && performance.now() < deadline) {
      await office.next(deadline - performance.now())
      if (this.#isOfTest(arrival)) return this.#next()
    }
    return ACCEPTED
  }

  #next(): WebhookAnswer {
    const nth = Math.min(this.#given, this.#answers.length - 1)
    this.#given += 1
    return this.#answers[nth] ?? ACCEPTED
  }

  #isOfTest({ subjects }: Arrival): boolean {
    const own = subjectsOf(this.#tools.ledger, this.#tools.scopeId)
    return subjects.some((subject) => own.has(subject))
  }

  #isMakingCases(): boolean {
    const { ledger, scopeId } = this.#tools
    return ledger.allIn(scopeId).some(({ kind, state }) => kind === 'case' && state === 'intended')
  }
}
