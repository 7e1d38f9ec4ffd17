import type { Case, WebhookEvent } from '../contract/shapes/index.ts'
import type { AdvanceTarget, CollectionPartnerEvent, CustomerEvent } from '../contract/words/index.ts'
import { type Account, COLLECTION_PARTNER } from '../protocol/index.ts'
import { advanceAmount, assertTarget, refusedAdvance } from './advance.ts'
import { fromCallSite } from './call-site.ts'
import type { Context } from './context.ts'
import { type WaitForEventOptions, waitForEvent } from './wait-for-event.ts'

/** What a test can do with any case, whoever submitted it. */
export abstract class CaseActions {
  readonly #context: Context
  readonly #account: Account

  constructor(context: Context, account: Account) {
    this.#context = context
    this.#account = account
  }

  /** The case's id on Debitura. */
  abstract readonly id: string

  /** Reads the case again, and updates this handle. */
  refresh(): Promise<this> {
    return fromCallSite(this.refresh, () => this.#read())
  }

  /**
   * Drives the case to a state of its life, with everything that belongs to it: payments, timeline, webhooks.
   * `Closed:Paid` records a payment first, of what is outstanding unless `amount` says otherwise (in the case's
   * currency). Does nothing when the case is there already.
   * @returns this handle, up to date
   * @throws DebituraTestkitError `DBT_INVALID_ADVANCE`; DebituraApiError where Debitura refuses, for example because the
   * case is closed another way
   * @see docs.debitura.com/developer-concepts/webhooks/ci-testing
   * @example
   * ```ts
   * await claim.advance('Closed:Paid')
   * ```
   */
  advance(to: AdvanceTarget, options: { readonly amount?: number | undefined } = {}): Promise<this> {
    return fromCallSite(this.advance, () => this.#advance(to, options.amount))
  }

  /** Activates the case: `advance('Active')`. */
  activate(): Promise<this> {
    return fromCallSite(this.activate, () => this.#advance('Active', undefined))
  }

  /** Closes the case as paid: `advance('Closed:Paid')`. `amount` is what is outstanding unless given. */
  closePaid(amount?: number): Promise<this> {
    return fromCallSite(this.closePaid, () => this.#advance('Closed:Paid', amount))
  }

  /** Closes the case without a payment: `advance('Closed:NoPayment')`. */
  closeUnpaid(): Promise<this> {
    return fromCallSite(this.closeUnpaid, () => this.#advance('Closed:NoPayment', undefined))
  }

  /**
   * Webhook events of this case that were sent to the account's own subscriptions, newest first. Without a test-mode
   * subscription there are none; an event shows once its delivery was attempted.
   * @see Customer API, `GET /webhooks/events`
   */
  events(options: { readonly since?: string | undefined } = {}): Promise<WebhookEvent[]> {
    return fromCallSite(this.events, () => this.#events(options.since))
  }

  /**
   * Waits until an event of this case shows.
   * @throws DebituraTestkitError `DBT_EVENT_MISSING` with what did fire.
   */
  waitForEvent(
    eventType: CustomerEvent | CollectionPartnerEvent,
    options: WaitForEventOptions = {},
  ): Promise<WebhookEvent> {
    const { environment } = this.#context.steward.address
    return fromCallSite(this.waitForEvent, () =>
      waitForEvent(() => this.#events(undefined), { eventType, environment, ...options }),
    )
  }

  /** Deletes the case at once. It is deleted at the end of the run in any case. */
  delete(): Promise<void> {
    return fromCallSite(this.delete, () => this.#context.steward.call('deleteCase', this.#account, this.id))
  }

  /** Deletes the case at the end of a block: `await using claim = await debitura.cases.create()`. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.delete()
  }

  async #advance(to: AdvanceTarget, amount: number | undefined): Promise<this> {
    assertTarget(to)
    // A handle is made together with the fields of its case.
    const outstanding = advanceAmount(to, amount, this as unknown as Partial<Case>)
    try {
      await this.#context.steward.call('advance', this.#account, this.id, to, outstanding)
    } catch (error) {
      throw refusedAdvance(error, this.id, to)
    }
    // Also where it was there already: this handle need not know.
    return this.#read()
  }

  async #read(): Promise<this> {
    const latest =
      this.#account.kind === COLLECTION_PARTNER.kind
        ? await this.#context.steward.call('getManagedCase', this.id)
        : await this.#context.steward.call('getCase', this.#account, this.id)
    return Object.assign(this, latest)
  }

  #events(since: string | undefined): Promise<WebhookEvent[]> {
    return this.#context.steward.call('events', this.#account, this.id, since)
  }
}
