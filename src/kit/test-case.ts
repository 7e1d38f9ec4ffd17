import type { Case, Payment, Timeline } from '../contract/shapes/index.ts'
import type { Account } from '../protocol/index.ts'
import { fromCallSite } from './call-site.ts'
import { CaseActions } from './case-actions.ts'
import type { Context } from './context.ts'

class TestCaseActions extends CaseActions<'customer'> {
  declare readonly id: string
  readonly #context: Context
  readonly #account: Account

  constructor(context: Context, account: Account) {
    super(context, account, 'customer')
    this.#context = context
    this.#account = account
  }

  /** All that happened to the case, oldest first. @see Customer API, `GET /cases/{id}/timeline` */
  timeline(): Promise<Timeline> {
    return fromCallSite(this.timeline, () => this.#context.steward.call('timeline', this.#account, this.id))
  }

  /** Payments on the case, newest first. @see Customer API, `GET /cases/{id}/payments` */
  payments(): Promise<Payment[]> {
    return fromCallSite(this.payments, () => this.#context.steward.call('payments', this.#account, this.id))
  }
}

/**
 * A case on the Customer API: its fields as they were last read, and what a test can do with it.
 * `lifecycle` and `closeCode` are labels, as Debitura answers them.
 */
export type TestCase = Readonly<Case> & TestCaseActions

/** Makes the handle of a case. */
export function testCase(context: Context, account: Account, fields: Case): TestCase {
  return Object.assign(new TestCaseActions(context, account), fields)
}
