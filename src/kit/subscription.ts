import type { PingResult, Webhook } from '../contract/shapes/index.ts'
import { DebituraTestkitError } from '../errors/index.ts'
import type { Account } from '../protocol/index.ts'
import { assertPings } from './assert-pings.ts'
import { fromCallSite } from './call-site.ts'
import type { Context } from './context.ts'

class SubscriptionActions {
  declare readonly id: string
  declare readonly secret: string
  readonly #context: Context
  readonly #account: Account
  readonly #isShared: boolean

  constructor(context: Context, account: Account, isShared: boolean) {
    this.#context = context
    this.#account = account
    this.#isShared = isShared
  }

  /** Reads the subscription again, and updates this handle: `isActive` and `disabledReason`, say. */
  refresh(): Promise<this> {
    return fromCallSite(this.refresh, async () => {
      const latest = await this.#context.steward.call('getWebhook', this.#account, this.id)
      return Object.assign(this, withoutSecret(latest))
    })
  }

  /**
   * Has Debitura deliver a made-up event at once, with `X-Debitura-Test`. A failure is told in the answer, and nothing of
   * it is logged.
   * @see Customer API, `POST /webhooks/{id}/test`
   */
  ping(): Promise<PingResult> {
    return fromCallSite(this.ping, async () => {
      assertPings(this.#account)
      return this.#context.steward.call('pingWebhook', this.#account, this.id)
    })
  }

  /** Enables the subscription again, after Debitura has disabled it. */
  enable(): Promise<this> {
    return fromCallSite(this.enable, async () => {
      const latest = await this.#context.steward.call('enableWebhook', this.#account, this.id)
      return Object.assign(this, withoutSecret(latest))
    })
  }

  /** Deletes the subscription at once. It is deleted at the end of its test, or of the run, in any case. */
  delete(): Promise<void> {
    return fromCallSite(this.delete, () =>
      this.#context.steward.call('deleteWebhook', this.#account, this.id),
    )
  }

  /**
   * Deletes the subscription at the end of a block: `await using hook = await debitura.webhooks.deliverTo(url)`. One that
   * is the whole run's stays.
   */
  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.#isShared) await this.delete()
  }
}

/** A test-mode subscription: its fields as they were last read, its secret, and what a test can do with it. */
export type Subscription = Readonly<Omit<Webhook, 'secret'>> & SubscriptionActions

/** How a subscription was asked for. */
export interface Subscribed {
  readonly account: Account
  /** Whether it is the whole run's. */
  readonly isShared: boolean
}

/** Makes the handle of a subscription. */
export function subscription(
  context: Context,
  { account, isShared }: Subscribed,
  fields: Webhook,
): Subscription {
  const { secret } = fields
  if (secret === null) {
    throw new DebituraTestkitError({
      code: 'DBT_UNEXPECTED_ANSWER',
      what: 'Failed to make a webhook subscription',
      why: 'Debitura answered without its secret',
      todo: 'Try again: the secret is told once, when a subscription is made',
    })
  }
  const handle = Object.assign(new SubscriptionActions(context, account, isShared), withoutSecret(fields))
  // A handle is printed where an assertion fails, and that ends up in logs.
  Object.defineProperty(handle, 'secret', { value: secret, enumerable: false })
  return handle
}

/** Debitura tells the secret once, and answers `null` for it afterwards. */
function withoutSecret({ secret, ...fields }: Webhook): Omit<Webhook, 'secret'> {
  return fields
}
