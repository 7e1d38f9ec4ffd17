import type { PingResult, Webhook } from '../../contract/shapes/index.ts'
import type { ApiName, EventOf } from '../../contract/words/index.ts'
import { DebituraTestkitError } from '../../errors/index.ts'
import type {
  Account,
  InboxContents,
  OpenedInbox,
  SubscriptionOfInbox,
  WebhookAnswer,
} from '../../protocol/index.ts'
import { assertPings } from '../assert-pings.ts'
import { fromCallSite } from '../call-site.ts'
import type { Context } from '../context.ts'
import { assertEvent } from '../events/assert-event.ts'
import type { EventData } from '../events/event-types.ts'
import { assertWhere, unmet, type Where } from '../events/where.ts'
import { invalid } from '../invalid.ts'
import { now } from '../real-time.ts'
import { timeoutOf, type Waiting } from '../timeouts.ts'
import { assertAnswers } from './assert-answers.ts'
import { held, type InboxDelivery, type UntrustedDelivery } from './delivery.ts'
import { deliveryMissing } from './delivery-missing.ts'

/** What to receive. */
export interface InboxDraft<Api extends ApiName = 'customer'> {
  /** The API whose events it receives. @default 'customer' */
  readonly api?: Api | undefined
  /** @default every event of the API */
  readonly events?: readonly EventOf<Api>[] | undefined
  /**
   * Answers to the first deliveries, one after the other; the last one holds for all that follow. An inbox with answers
   * has a subscription of its own, which Debitura may come to disable.
   * @default 200 to all
   */
  readonly answers?: readonly WebhookAnswer[] | undefined
}

/** How to wait for a delivery. */
export interface NextOptions<Api extends ApiName, Event extends EventOf<Api>> extends Waiting {
  /** Which of several. */
  readonly where?: Where<EventData<Api, Event>> | undefined
}

interface Opened<Api extends ApiName> extends OpenedInbox {
  readonly account: Account
  readonly api: Api
  readonly events: readonly string[]
}

/** Receives deliveries about the cases and clients that its test makes. Nothing of other tests comes here. */
export class Inbox<Api extends ApiName = 'customer'> {
  /** Where Debitura delivers to, and what it signs with, in Base64: twice where it tells of clients and of cases. */
  readonly subscriptions: OpenedInbox['subscriptions']
  readonly #context: Context
  readonly #opened: Opened<Api>
  /** Deliveries that `next` has given, by their place. */
  readonly #given = new Set<number>()

  constructor(context: Context, opened: Opened<Api>) {
    this.#context = context
    this.#opened = opened
    this.subscriptions = opened.subscriptions
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

  /** Enables the subscription again, after Debitura has disabled it. */
  enable(): Promise<Webhook> {
    return fromCallSite(this.enable, () =>
      this.#context.steward.call('enableWebhook', this.#opened.account, this.#first.id),
    )
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
    assertWhere(options.where, what)
    const timeout = timeoutOf(options, this.#context.steward.address.environment, what)
    const deadline = now() + timeout
    let seen = -1
    for (;;) {
      const contents = await this.#contents(seen, Math.max(0, deadline - now()))
      const found = this.#take(contents, event, options.where)
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

  /** Gives the first delivery that is as wanted. Nothing is awaited here, so that two who wait never get the same. */
  #take<Event extends EventOf<Api>>(
    { deliveries }: InboxContents,
    event: Event | undefined,
    where: Where<EventData<Api, Event>> | undefined,
  ): InboxDelivery<Api, Event> | undefined {
    for (const delivery of deliveries) {
      if (this.#given.has(delivery.nth)) continue
      const one = held<Api>(delivery)
      if (one.signatureProblem !== undefined) {
        this.#given.add(delivery.nth)
        throw untrusted(one)
      }
      if (!isWanted<Api, Event>(one, event) || unmet(where, one.data).length > 0) continue
      this.#given.add(delivery.nth)
      return one
    }
    return undefined
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

/** Whether a delivery is of the event that is wanted. A ping tells of nothing that happened, so it is of none. */
function isWanted<Api extends ApiName, Event extends EventOf<Api>>(
  delivery: InboxDelivery<Api>,
  event: Event | undefined,
): delivery is InboxDelivery<Api> & InboxDelivery<Api, Event> {
  return event === undefined || (delivery.event === event && !delivery.isPing)
}

function untrusted({ signatureProblem, headers, receivedAt }: UntrustedDelivery): DebituraTestkitError {
  const event = headers['x-debitura-event'] ?? 'something'
  return new DebituraTestkitError({
    code: 'DBT_SIGNATURE',
    what: `Failed to take a delivery of ${event}, which came at ${receivedAt.toISOString()}`,
    why: signatureProblem,
    todo: 'A receiver has to refuse it; `inbox.all()` shows it with its body and headers',
  })
}
