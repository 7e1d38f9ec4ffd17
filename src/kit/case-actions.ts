import type { Case, FireWebhookResult } from '../contract/shapes/index.ts'
import type { AdvanceTarget, EventOf } from '../contract/words/index.ts'
import { type Account, COLLECTION_PARTNER } from '../protocol/index.ts'
import { advanceAmount, assertTarget, refusedAdvance } from './advance.ts'
import { fromCallSite } from './call-site.ts'
import type { Context } from './context.ts'
import { assertEvent } from './events/assert-event.ts'
import type { CaseEventRecord } from './events/case-event.ts'
import { CaseLog } from './events/case-log.ts'
import type { CaseApi } from './events/event-types.ts'
import { type FindEventOptions, findSettledEvent } from './events/find-settled-event.ts'
import { assertHeard, refusedFire } from './events/fire.ts'
import { since } from './events/since.ts'
import { type WaitForEventOptions, waitForEvent } from './events/wait-for-event.ts'

/** What a test can do with any case, whoever submitted it. */
export abstract class CaseActions<Api extends CaseApi> {
  readonly #context: Context
  readonly #account: Account
  readonly #api: Api

  constructor(context: Context, account: Account, api: Api) {
    this.#context = context
    this.#account = account
    this.#api = api
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
   * What fired about this case, newest first: one row for each test-mode subscription that an event was sent to. The
   * run has one of its own, so that every event has a row; it shows once its delivery was attempted.
   * @param options - `since`: only what was recorded then or later
   * @see Customer API, `GET /webhooks/events`
   */
  events(options: { readonly since?: string | Date | undefined } = {}): Promise<CaseEventRecord<Api>[]> {
    return fromCallSite(this.events, async () => {
      const isWanted = since(options.since)
      const { events } = await this.#log().read()
      return events.filter(isWanted)
    })
  }

  /**
   * Waits until an event of this case shows: the newest that is as wanted. One that is there already is found at once.
   * @throws DebituraTestkitError `DBT_EVENT_MISSING` with what did fire, and why this one may not have;
   * `DBT_INVALID_PAYLOAD` for an event that the case's API does not send
   * @example
   * ```ts
   * const { data } = await claim.waitForEvent('payment.created', { where: { amount: 1500 } })
   * ```
   */
  waitForEvent<Event extends EventOf<Api>>(
    event: Event,
    options: WaitForEventOptions<Api, Event> = {},
  ): Promise<CaseEventRecord<Api, Event>> {
    return fromCallSite(this.waitForEvent, () => waitForEvent(this.#log(), event, options))
  }

  /**
   * An event of this case as soon as it shows; `undefined` once the log has settled without it.
   * @throws DebituraTestkitError `DBT_NOBODY_LISTENS` where the run has no subscription that is active: nothing is recorded
   * then, and the log says nothing
   * @example
   * ```ts
   * expect(await claim.findEvent('payment.created')).toBeUndefined()
   * ```
   */
  findEvent<Event extends EventOf<Api>>(
    event: Event,
    options: FindEventOptions<Api, Event> = {},
  ): Promise<CaseEventRecord<Api, Event> | undefined> {
    return fromCallSite(this.findEvent, () => findSettledEvent(this.#log(), event, options))
  }

  /**
   * Has Debitura send an event about the case as it stands, to the account's test-mode subscriptions. The case does not
   * change.
   * @throws DebituraApiError where Debitura refuses: the case has nothing yet that the event tells of, say;
   * DebituraTestkitError `DBT_NOBODY_LISTENS` where no subscription asks for the event
   * @see docs.debitura.com/developer-concepts/webhooks/strategy
   * @example
   * ```ts
   * await claim.fire('case.updated')
   * ```
   */
  fire(event: EventOf<Api>): Promise<FireWebhookResult> {
    return fromCallSite(this.fire, () => this.#fire(event))
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

  async #fire(event: EventOf<Api>): Promise<FireWebhookResult> {
    const what = `Failed to fire ${String(event)} of case ${this.id}`
    assertEvent(event, this.#api, what)
    const { steward } = this.#context
    const result = await steward.call('fireEvent', this.#account, this.id, event).catch((error: unknown) => {
      throw refusedFire(error, what)
    })
    return assertHeard(result, { what, api: this.#api, why: () => this.#log().why() })
  }

  #log(): CaseLog<Api> {
    return new CaseLog(this.#context, this.#account, { id: this.id, api: this.#api })
  }
}
