import type { ApiName, EventOf } from '../contract/words/index.ts'

/** Whose events. */
export interface OfApi<Api extends ApiName> {
  /** The API whose events it is about. @default 'customer' */
  readonly api?: Api | undefined
}

/** Where to send which events. */
export interface WebhookDraft<Api extends ApiName = 'customer'> extends OfApi<Api> {
  /** Gets the run's marker in its query. On Debitura it has to be public and https. */
  readonly url: string
  readonly events: readonly [EventOf<Api>, ...EventOf<Api>[]]
}

/** What the application under test is to be sent. */
export interface DeliveryDraft<Api extends ApiName = 'customer'> extends OfApi<Api> {
  /** @default every event of the API. Of the Referral Partner API name some: events of clients take a subscription of their own. */
  readonly events?: readonly EventOf<Api>[] | undefined
  /**
   * For how long: until this test is over, or one subscription for everybody in the run who asks for the same.
   * @default 'test'
   */
  readonly for?: 'test' | 'run' | undefined
}
