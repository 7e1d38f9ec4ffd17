import { cleanupOutOfTime } from './cleanup/advice.ts'
import type { Cleaner } from './cleanup/cleaner.ts'
import { planCleanup } from './cleanup/plan.ts'
import type { Clients } from './clients.ts'
import type { Ledger } from './ledger.ts'
import type { Resource } from './resource.ts'
import type { Scopes } from './scopes.ts'
import type { RunWebhooks } from './webhooks/run-webhooks.ts'
import { within } from './within.ts'

/** What cleaning up after scopes works with. */
export interface ScopeCleaningOptions {
  readonly cleaner: Cleaner
  readonly clients: Clients
  readonly ledger: Ledger
  readonly scopes: Scopes
  readonly webhooks: Pick<RunWebhooks, 'closeScope'>
  /** Whether everything stays, for debugging. */
  readonly keeps: boolean
  readonly timeoutMs: number
}

/** Cleans up in the background, as scopes end, while other tests run. */
export class ScopeCleaning {
  readonly #options: ScopeCleaningOptions
  readonly #background = new Set<Promise<void>>()
  /** Keys of what is being cleaned: where several scopes share it and end at the same time, one of them does. */
  readonly #cleaning = new Set<string>()

  constructor(options: ScopeCleaningOptions) {
    this.#options = options
  }

  /**
   * Cleans what a scope owned. Cases of an account with a key are left to the end of the run: one call deletes them all
   * then, where here each would cost one.
   */
  closeScope(scopeId: string): void {
    const { clients, scopes, webhooks } = this.#options
    webhooks.closeScope(scopeId)
    const cleaned = scopes.close(scopeId).then(() => {
      // What was still being made is there by now: an inbox, say.
      webhooks.closeScope(scopeId)
      return this.#clean(scopeId)
    })
    clients.leave(scopeId, cleaned)
    this.#background.add(cleaned)
    void cleaned.finally(() => this.#background.delete(cleaned))
  }

  /** Cleans what every scope owned that is still open. */
  closeScopes(): void {
    const { ledger, scopes } = this.#options
    for (const scopeId of ledger.scopes()) if (!scopes.areClosed([scopeId])) this.closeScope(scopeId)
  }

  /** Resolves once nothing is being cleaned any more. */
  async settled(): Promise<void> {
    await Promise.all(this.#background)
  }

  async #clean(scopeId: string): Promise<void> {
    const { cleaner, keeps, ledger, scopes, timeoutMs } = this.#options
    if (keeps) return
    const over = ledger
      .standingIn(scopeId)
      .filter((resource) => scopes.areClosed(resource.scopes) && !this.#cleaning.has(resource.key))
    const clients = over.filter((resource) => resource.kind === 'client')
    const resources = new Set<Resource>([
      ...over.filter((resource) => resource.kind === 'webhook'),
      ...clients,
      ...clients.flatMap(({ key }) => ledger.standingOf(key)),
    ])
    for (const { key } of resources) this.#cleaning.add(key)
    await within({ ms: timeoutMs, reason: cleanupOutOfTime() }, (signal) =>
      cleaner.clean(planCleanup({ resources: [...resources], accounts: [] }), { signal }),
    )
    for (const { key } of resources) this.#cleaning.delete(key)
  }
}
