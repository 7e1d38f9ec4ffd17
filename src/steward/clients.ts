import {
  type Client,
  type CreateClientRequest,
  RUN_VARIABLES,
  referralPartnerApi,
} from '../contract/index.ts'
import { DebituraTestkitError } from '../errors/index.ts'
import type { ClientDraft, OnboardedClient, Scope } from '../protocol/index.ts'
import { completeOnboarding } from './make/complete-onboarding.ts'
import { clientRequest, emailsOf, makeClient, makeClientAgain } from './make/make-client.ts'
import type { MakeTools } from './make/tools.ts'
import { isStanding } from './resource.ts'

interface Making {
  readonly client: Promise<Client>
  readonly scopes: Set<string>
  readonly emails: readonly string[]
}

/** The clients of a run: made once per externalTenantId, shared by whoever asks for the same one, or borrowed. */
export class Clients {
  readonly #tools: MakeTools
  readonly #making = new Map<string, Making>()
  /** By scope that is over: resolves once what it owned is cleaned. */
  readonly #cleaned = new Map<string, Promise<void>>()

  constructor(tools: MakeTools) {
    this.#tools = tools
  }

  /**
   * Makes a client, or gives the one that this run already made under the same externalTenantId. With `sign`, its
   * contract is signed when this resolves.
   */
  async onboard(
    scope: Scope,
    draft: ClientDraft,
    { sign }: { readonly sign: boolean },
  ): Promise<OnboardedClient> {
    this.#assertAllowed()
    const { settings, onboarding } = this.#tools
    if (sign && settings.standingClient !== undefined) return this.#borrow(settings.standingClient)
    if (sign) onboarding.assertPossible()
    const client = await this.#makeOnce(scope, draft)
    return { ...(sign ? await completeOnboarding(this.#tools, client) : client), borrowed: false }
  }

  /**
   * Notes that a scope is over. Its clients are reset in the background: whoever wants their ids or their addresses
   * again waits for that.
   */
  leave(scopeId: string, cleaned: Promise<void>): void {
    this.#cleaned.set(scopeId, cleaned)
  }

  /** Resolves once nobody is making this client any more. */
  async made(externalTenantId: string): Promise<void> {
    await Promise.allSettled([this.#making.get(externalTenantId)?.client])
  }

  /**
   * Refuses to go on with a client that this run has reset.
   * @throws DebituraTestkitError `DBT_GONE`
   */
  assertThere(externalTenantId: string): void {
    const known = this.#tools.ledger.get(externalTenantId)
    if (known === undefined || isStanding(known)) return
    throw new DebituraTestkitError({
      code: 'DBT_GONE',
      what: `Failed to use client ${externalTenantId}`,
      why: 'it was reset',
      todo: 'Onboard a new one with `debitura.clients.onboard()`',
    })
  }

  /** Refuses what production does not have: clients can be reset in the sandbox and the test environment only. */
  #assertAllowed(): void {
    if (this.#tools.settings.environment !== 'production') return
    throw new DebituraTestkitError({
      code: 'DBT_CLIENTS_REFUSED',
      what: 'Failed to make a client',
      why: 'in production a client cannot be deleted again, so the kit makes none there',
      todo: `Run tests that need clients with ${RUN_VARIABLES.environment}=sandbox or =test`,
    })
  }

  async #makeOnce(scope: Scope, draft: ClientDraft): Promise<Client> {
    const request = clientRequest(this.#tools, draft)
    const { externalTenantId } = request
    await this.#departed(externalTenantId, emailsOf(request))

    const making = this.#making.get(externalTenantId)
    if (making) {
      // The set is the ledger's too, once it knows of the client; it learns of those who come later by sharing.
      making.scopes.add(scope.id)
      this.#tools.ledger.share(externalTenantId, scope.id)
      return making.client
    }
    const known = this.#tools.ledger.get(externalTenantId)
    if (known && isStanding(known)) {
      // Before the call: from here on it must not be reset when the scope that made it ends.
      this.#tools.ledger.share(externalTenantId, scope.id)
      return known.state === 'uncertain' ? makeClientAgain(this.#tools, request) : this.#get(externalTenantId)
    }
    return this.#make(scope, request, draft.externalTenantId !== undefined)
  }

  async #make(scope: Scope, request: CreateClientRequest, named: boolean): Promise<Client> {
    const scopes = new Set([scope.id])
    const client = makeClient(this.#tools, scopes, request, named)
    this.#making.set(request.externalTenantId, { client, scopes, emails: emailsOf(request) })
    try {
      return await client
    } finally {
      this.#making.delete(request.externalTenantId)
    }
  }

  /** Waits until nobody has the id or one of the addresses any more of whom every scope is over. */
  async #departed(externalTenantId: string, emails: readonly string[]): Promise<void> {
    const making = [...this.#making].map(([key, client]) => ({ key, ...client }))
    const made = this.#tools.ledger.all().filter((resource) => resource.kind === 'client')
    const conflicts = [...making, ...made.filter(isStanding)].filter(
      (client) => client.key === externalTenantId || client.emails.some((email) => emails.includes(email)),
    )
    const over = conflicts.filter(({ scopes }) => [...scopes].every((id) => this.#cleaned.has(id)))
    await Promise.all(over.flatMap(({ scopes }) => [...scopes].map((id) => this.#cleaned.get(id))))
  }

  async #borrow(externalTenantId: string): Promise<OnboardedClient> {
    const client = await this.#get(externalTenantId)
    this.#tools.ledger.serve(externalTenantId)
    return { ...client, borrowed: true }
  }

  #get(externalTenantId: string): Promise<Client> {
    return this.#tools.keyed.call(referralPartnerApi.getClient, { parameters: { externalTenantId } })
  }
}
