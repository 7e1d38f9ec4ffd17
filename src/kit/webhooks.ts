import type { Webhook } from '../contract/shapes/index.ts'
import type { CustomerEvent } from '../contract/words/index.ts'
import { CREDITOR } from '../protocol/index.ts'
import { sample, sign, verify } from '../webhooks/index.ts'
import { fromCallSite } from './call-site.ts'
import type { Context } from './context.ts'
import { assertFields } from './payload/assert-fields.ts'

/** Where to send which events. */
export interface WebhookDraft {
  /** Gets the run's marker as the last segment of its path. On Debitura it has to be public and https. */
  readonly url: string
  readonly events: readonly [CustomerEvent, ...CustomerEvent[]]
}

/**
 * Webhook subscriptions of the Customer API, in test mode: they receive the events of test cases. And what a handler's
 * test needs, which `debitura-testkit/webhooks` gives without a run.
 */
export class Webhooks {
  /** Makes the payload of an event as Debitura sends it. */
  readonly sample: typeof sample = sample
  /** Signs a payload as Debitura does. */
  readonly sign: typeof sign = sign
  /** Verifies a delivery as Debitura tells receivers to, and reads it. */
  readonly verify: typeof verify = verify
  readonly #context: Context

  constructor(context: Context) {
    this.#context = context
  }

  /**
   * Subscribes a URL to events of test cases, until the test is over. `secret` is in the answer.
   * @see docs.debitura.com/clients/integration-guides/webhooks
   */
  create(draft: WebhookDraft): Promise<Webhook> {
    return fromCallSite(this.create, async () => {
      assertFields(draft, 'Failed to make a webhook subscription', 'create({ url, events })')
      const { url, events } = draft
      const { steward, scope } = this.#context
      return steward.call('createWebhook', scope, CREDITOR, url, events)
    })
  }

  /** Deletes a subscription at once. It is deleted at the end of the test in any case. */
  delete(webhook: Pick<Webhook, 'id'>): Promise<void> {
    return fromCallSite(this.delete, async () => {
      assertFields(webhook, 'Failed to delete a webhook subscription', 'delete(webhook)')
      return this.#context.steward.call('deleteWebhook', CREDITOR, webhook.id)
    })
  }
}
