/** A webhook subscription of an account on any API. Times are ISO 8601 in UTC, with `Z`. */
export interface Subscription {
  readonly id: string
  readonly accountId: string
  url: string
  events: readonly string[]
  isTestMode: boolean
  isActive: boolean
  /** Why Debitura disabled it; `null` while it is active, or where its owner did. */
  disabledReason: string | null
  /** Attempts that failed since the last one that did not. */
  failures: number
  /** Base64; signs what is delivered. */
  secret: string
  readonly created: string
  updated: string
}

/** The webhook subscriptions of a world. */
export class WebhookTable {
  readonly #byId = new Map<string, Subscription>()
  readonly #ofAccount = new Map<string, Set<Subscription>>()

  get size(): number {
    return this.#byId.size
  }

  add(subscription: Subscription): void {
    this.#byId.set(subscription.id, subscription)
    const own = this.#ofAccount.get(subscription.accountId)
    if (own === undefined) this.#ofAccount.set(subscription.accountId, new Set([subscription]))
    else own.add(subscription)
  }

  delete(subscription: Subscription): void {
    this.#byId.delete(subscription.id)
    const own = this.#ofAccount.get(subscription.accountId)
    own?.delete(subscription)
    if (own?.size === 0) this.#ofAccount.delete(subscription.accountId)
  }

  byId(id: string): Subscription | undefined {
    return this.#byId.get(id.toLowerCase())
  }

  /** Subscriptions of an account, oldest first. */
  ofAccount(accountId: string): Subscription[] {
    return [...(this.#ofAccount.get(accountId) ?? [])]
  }

  all(): Subscription[] {
    return [...this.#byId.values()]
  }
}
