/** A webhook subscription of a creditor. */
export interface Subscription {
  readonly id: string
  readonly accountId: string
  readonly url: string
  readonly events: readonly string[]
  readonly isTestMode: boolean
  /** Base64; signs what is delivered. */
  readonly secret: string
  readonly created: string
}

/** The webhook subscriptions of a world. */
export class WebhookTable {
  readonly #byId = new Map<string, Subscription>()

  get size(): number {
    return this.#byId.size
  }

  add(subscription: Subscription): void {
    this.#byId.set(subscription.id, subscription)
  }

  delete(subscription: Subscription): void {
    this.#byId.delete(subscription.id)
  }

  byId(id: string): Subscription | undefined {
    return this.#byId.get(id.toLowerCase())
  }

  ofAccount(accountId: string): Subscription[] {
    return [...this.#byId.values()].filter((subscription) => subscription.accountId === accountId)
  }

  all(): Subscription[] {
    return [...this.#byId.values()]
  }
}
