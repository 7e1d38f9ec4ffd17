import type { Webhook } from '../contract/shapes/index.ts'
import { API_EVENTS, API_NAMES, API_TITLES, type ApiName } from '../contract/words/index.ts'
import type { Account } from '../protocol/index.ts'
import { sample, sign, verify } from '../webhooks/index.ts'
import { assertOptions } from './assert-options.ts'
import { fromCallSite } from './call-site.ts'
import type { Context } from './context.ts'
import { assertEvent } from './events/assert-event.ts'
import { assertAnswers } from './inbox/assert-answers.ts'
import { Inbox } from './inbox/inbox.ts'
import type { InboxDraft } from './inbox/inbox-draft.ts'
import { invalid } from './invalid.ts'
import { assertFields } from './payload/assert-fields.ts'
import { type Subscription, subscription } from './subscription.ts'
import type { DeliveryDraft, OfApi, WebhookDraft } from './webhook-draft.ts'

/**
 * Webhooks in test mode: they tell of test cases. And what a handler's test needs, which `debitura-testkit/webhooks` gives
 * without a run.
 * @see docs.debitura.com/developer-concepts/webhooks
 */
export class Webhooks<Apis extends ApiName = ApiName> {
  /** Makes the payload of an event as Debitura sends it. */
  readonly sample: typeof sample = sample
  /** Signs a payload as Debitura does. */
  readonly sign: typeof sign = sign
  /** Verifies a delivery as Debitura tells receivers to, and reads it. */
  readonly verify: typeof verify = verify
  readonly #context: Context
  readonly #accounts: Readonly<Partial<Record<ApiName, Account>>>

  /** @param accounts - by the API that tells them of their events */
  constructor(context: Context, accounts: Readonly<Record<Apis, Account>>) {
    this.#context = context
    this.#accounts = accounts
  }

  /**
   * Subscribes a URL to events, until the test is over.
   * @see docs.debitura.com/clients/integration-guides/webhooks
   */
  create<Api extends Apis = Extract<Apis, 'customer'>>(draft: WebhookDraft<Api>): Promise<Subscription> {
    return fromCallSite(this.create, async () => {
      assertFields(draft, SUBSCRIBING, 'create({ url, events })')
      assertOptions(draft, ['api', 'url', 'events'], SUBSCRIBING)
      return this.#subscribe(draft, false)
    })
  }

  /**
   * Subscribes the application under test, which finds the secret in the answer.
   * @example
   * ```ts
   * const { secret } = await debitura.webhooks.deliverTo(`${application.url}/debitura`, { for: 'run' })
   * ```
   */
  deliverTo<Api extends Apis = Extract<Apis, 'customer'>>(
    url: string,
    draft: DeliveryDraft<Api> = {},
  ): Promise<Subscription> {
    return fromCallSite(this.deliverTo, async () => {
      assertFields(draft, SUBSCRIBING, "deliverTo(url, { events, for: 'run' })")
      assertOptions(draft, ['api', 'events', 'for'], SUBSCRIBING)
      const { for: lifetime = 'test' } = draft
      if (lifetime !== 'test' && lifetime !== 'run') {
        throw invalid(SUBSCRIBING, `\`for\` is ${JSON.stringify(lifetime)}`, "Give 'test' or 'run'")
      }
      return this.#subscribe({ ...draft, url }, lifetime === 'run')
    })
  }

  /**
   * Receives events in the test itself: those of the cases and clients that it makes.
   * @throws DebituraTestkitError `DBT_NO_RECEIVER` on the real service, where no public URL leads to this machine: set
   * `webhooks: { publicUrl }`, or ask the event log (`claim.waitForEvent`), which needs none; `DBT_PORT_TAKEN`
   * @example
   * ```ts
   * const inbox = await debitura.webhooks.inbox({ events: ['payment.created'] })
   * await claim.advance('Closed:Paid')
   * const { data } = await inbox.next('payment.created')
   * ```
   */
  inbox<Api extends Apis = Extract<Apis, 'customer'>>(draft: InboxDraft<Api> = {}): Promise<Inbox<Api>> {
    return fromCallSite(this.inbox, async () => {
      assertFields(draft, OPENING, 'inbox({ events })')
      assertOptions(draft, ['api', 'events', 'answers'], OPENING)
      const { api, account, events } = this.#wanted(draft, OPENING)
      const { answers } = draft
      if (answers !== undefined) assertAnswers(answers, OPENING)
      const { steward, scope } = this.#context
      const opened = await steward.call('openInbox', scope, account, { events, answers })
      return new Inbox<Api>(this.#context, { ...opened, account, api: api as Api, events })
    })
  }

  /** Deletes a subscription at once. It is deleted at the end of the test in any case. */
  delete(webhook: Pick<Webhook, 'id'>, { api }: OfApi<Apis> = {}): Promise<void> {
    return fromCallSite(this.delete, async () => {
      const what = 'Failed to delete a webhook subscription'
      assertFields(webhook, what, 'delete(webhook)')
      return this.#context.steward.call('deleteWebhook', this.#of(api, what).account, webhook.id)
    })
  }

  async #subscribe(
    draft: OfApi<ApiName> & { readonly url: string; readonly events?: readonly string[] | undefined },
    isShared: boolean,
  ): Promise<Subscription> {
    const { account, events } = this.#wanted(draft, SUBSCRIBING)
    const { steward, scope } = this.#context
    const options = { forRun: isShared }
    const made = await steward.call('createWebhook', scope, account, draft.url, events, options)
    return subscription(this.#context, { account, isShared }, made)
  }

  #wanted(draft: OfApi<ApiName> & { readonly events?: readonly string[] | undefined }, what: string) {
    const { api, account } = this.#of(draft.api, what)
    const events = draft.events ?? API_EVENTS[api]
    if (!Array.isArray(events) || events.length === 0) {
      throw invalid(
        what,
        '`events` names no event',
        `The ${API_TITLES[api]} sends ${API_EVENTS[api].join(', ')}`,
      )
    }
    for (const event of events) assertEvent(event, api, what)
    return { api, account, events }
  }

  /** The account that an API tells. */
  #of(api: ApiName = 'customer', what: string) {
    const account = Object.hasOwn(this.#accounts, api) ? this.#accounts[api] : undefined
    if (account !== undefined) return { api, account }
    const known = API_NAMES.filter((name) => this.#accounts[name] !== undefined)
    throw invalid(what, `\`api\` is ${JSON.stringify(api)}`, `Give one of ${known.join(', ')}`)
  }
}

const SUBSCRIBING = 'Failed to make a webhook subscription'
const OPENING = 'Failed to open an inbox'
