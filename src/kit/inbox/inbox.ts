import type { PingResult, Webhook } from '../../contract/shapes/index.ts'
import type { ApiName, EventOf } from '../../contract/words/index.ts'
import type {
  Account,
  InboxContents,
  OpenedInbox,
  SubscriptionOfInbox,
  WebhookAnswer,
} from '../../protocol/index.ts'
import { assertOptions } from '../assert-options.ts'
import { assertPings } from '../assert-pings.ts'
import { fromCallSite } from '../call-site.ts'
import type { Context } from '../context.ts'
import { assertEvent } from '../events/assert-event.ts'
import { assertWhere } from '../events/where.ts'
import { invalid } from '../invalid.ts'
import { now } from '../real-time.ts'
import { timeoutOf } from '../timeouts.ts'
import { assertAnswers } from './assert-answers.ts'
import { held, type InboxDelivery, type UntrustedDelivery } from './delivery.ts'
import { deliveryMissing } from './delivery-missing.ts'
import type { NextOptions } from './inbox-draft.ts'
import { takeNext } from './take-next.ts'

interface Opened<Api extends ApiName> extends OpenedInbox {
  readonly account: Account
  readonly api: Api
  readonly events: readonly string[]
}

/** Receives deliveries about the cases and clients that its test makes. Nothing of other tests comes here. */
export class Inbox<Api extends ApiName = 'customer'> {
  /** Where Debitura delivers to, and what it signs with, in Base64: twice where it tells of clients and of cases. */
  declare readonly subscriptions: OpenedInbox['subscriptions']
  readonly #context: Context
  readonly #opened: Opened<Api>
  /** Deliveries that `next` has given, by their place. */
  readonly #given = new Set<number>()

  constructor(context: Context, opened: Opened<Api>) {
    this.#context = context
    this.#opened = opened
    // Printed with an inbox, their secrets would end up in logs.
    Object.defineProperty(this, 'subscriptions', { value: opened.subscriptions, enumerable: false })
  }

  /** Where Debitura delivers to. */
  get url(): string {
    return this.#first.url
  }

  /** What deliveries are signed with, in Base64. */
  get secret(): string {
    return this.#first.secret
  }

  /**
   * The next delivery, as soon as it is there: of an event, or of any, pings too. Each is given once, in the order in
   * which they came; a retry and a replay are deliveries of their own, marked as such.
   * @throws DebituraTestkitError `DBT_DELIVERY_MISSING` with what did come; `DBT_SIGNATURE` for a delivery whose signature
   * is not right, before anything that came after it
   * @example
   * ```ts
   * const { data, rawBody, headers } = await inbox.next('payment.created', { where: { amount: 1500 } })
   * ```
   */
  next<Event extends EventOf<Api> = EventOf<Api>>(
    event?: Event,
    options: NextOptions<Api, Event> = {},
  ): Promise<InboxDelivery<Api, Event>> {
    return fromCallSite(this.next, () => this.#next(event, options))
  }

  /** Every delivery so far, given or not, in the order in which they came; those with a wrong signature too. */
  all(): Promise<(InboxDelivery<Api> | UntrustedDelivery)[]> {
    return fromCallSite(this.all, async () => {
      const { deliveries } = await this.#contents(-1, 0)
      return deliveries.map((delivery) => held<Api>(delivery))
    })
  }

  /**
   * Answers the deliveries that come from now on, one after the other; the last answer holds for all that follow.
   * @example
   * ```ts
   * await inbox.answer({ status: 500 }, { status: 500 }, { status: 200 })
   * ```
   */
  answer(...answers: WebhookAnswer[]): Promise<void> {
    return fromCallSite(this.answer, async () => {
      assertAnswers(answers, 'Failed to arrange answers')
      return this.#context.steward.call('answerInbox', this.#opened.inboxId, answers)
    })
  }

  /** Has Debitura deliver a made-up event at once, with `X-Debitura-Test`: `next()` gives it. */
  ping(): Promise<PingResult> {
    return fromCallSite(this.ping, async () => {
      assertPings(this.#opened.account)
      return this.#context.steward.call('pingInbox', this.#opened.inboxId)
    })
  }

  /** The subscription as it is now: `isActive` and `disabledReason`, say. */
  subscription(): Promise<Webhook> {
    return fromCallSite(this.subscription, () => this.#read(this.#first.id))
  }

  /** Enables the subscription again, after Debitura has disabled it; both, where there are two. */
  enable(): Promise<Webhook> {
    return fromCallSite(this.enable, async () => {
      const { account } = this.#opened
      const { steward } = this.#context
      await Promise.all(this.subscriptions.map(({ id }) => steward.call('enableWebhook', account, id)))
      return this.#read(this.#first.id)
    })
  }

  get #first(): SubscriptionOfInbox {
    // An inbox has one at least: it hears of events.
    return this.subscriptions[0] as SubscriptionOfInbox
  }

  async #next<Event extends EventOf<Api>>(
    event: Event | undefined,
    options: NextOptions<Api, Event>,
  ): Promise<InboxDelivery<Api, Event>> {
    const what = 'Failed to wait for a delivery'
    if (event !== undefined) this.#assertReceived(event, what)
    assertOptions(options, ['where', 'timeout'], what)
    assertWhere(options.where, what)
    const timeout = timeoutOf(options, this.#context.steward.address.environment, what)
    const deadline = now() + timeout
    let seen = -1
    for (;;) {
      const contents = await this.#contents(seen, Math.max(0, deadline - now()))
      const found = takeNext<Api, Event>(contents, { event, where: options.where, given: this.#given })
      if (found) return found
      if (contents.deliveries.length === seen) {
        throw await deliveryMissing(contents, {
          event,
          where: options.where,
          timeout,
          isGiven: ({ nth }) => this.#given.has(nth),
          subscriptions: () => Promise.all(this.subscriptions.map(({ id }) => this.#read(id))),
        })
      }
      seen = contents.deliveries.length
    }
  }

  #assertReceived(event: EventOf<Api>, what: string): void {
    const { api, events } = this.#opened
    assertEvent(event, api, what)
    if (events.includes(event)) return
    throw invalid(
      what,
      `this inbox receives ${events.join(', ')} only`,
      `Open it with \`events: ['${event}']\` among others, or without \`events\` for all`,
    )
  }

  #contents(seen: number, withinMs: number): Promise<InboxContents> {
    return this.#context.steward.call('readInbox', this.#opened.inboxId, seen, withinMs)
  }

  #read(subscriptionId: string): Promise<Webhook> {
    return this.#context.steward.call('getWebhook', this.#opened.account, subscriptionId)
  }
}
