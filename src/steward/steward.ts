import {
  type Case,
  type CloseCaseRequest,
  collectionPartnerApi,
  customerApi,
  referralPartnerApi,
  type StartCaseRequest,
} from '../contract/index.ts'
import { DebituraTestkitError } from '../errors/index.ts'
import type {
  Account,
  CaseDraft,
  ClientDraft,
  ManagedCaseDraft,
  Query,
  Report,
  Scope,
  StewardFunctions,
} from '../protocol/index.ts'
import { Accounts } from './accounts.ts'
import { resetClient } from './cleanup/reset-client.ts'
import { absentIsFine, type CleanupTools, testCaseApi } from './cleanup/tools.ts'
import { Clients } from './clients.ts'
import { Housekeeping } from './housekeeping.ts'
import { KeyedCalls } from './keyed-calls.ts'
import { Ledger } from './ledger.ts'
import { makeCase, makeManagedCase } from './make/make-case.ts'
import { makeWebhook } from './make/make-webhook.ts'
import type { MakeTools } from './make/tools.ts'
import { isStanding } from './resource.ts'
import { Scopes } from './scopes.ts'
import type { StewardOptions } from './steward-options.ts'
import { Tokens } from './tokens.ts'

/**
 * Owns a run: makes every resource, remembers it, and takes it away. Test workers only ask. Whatever happens to them,
 * the steward knows what there is.
 */
export class Steward implements StewardFunctions {
  readonly #scopes = new Scopes()
  readonly #tools: MakeTools & CleanupTools
  readonly #clients: Clients
  readonly #housekeeping: Housekeeping
  /** Why the run takes no more creates: it is over, or it had to be stopped. */
  #ended: Error | undefined

  constructor(options: StewardOptions) {
    const { connection, identity, journal, keys, onboarding, redactor, settings, now = Date.now } = options
    const keyed = new KeyedCalls(connection, keys)
    const tokens = new Tokens(
      (externalTenantId, { lane, signal }) =>
        keyed.call(referralPartnerApi.createToken, {
          parameters: {},
          body: { externalTenantId },
          lane,
          signal,
        }),
      now,
      (token) => redactor.add(token),
    )
    this.#tools = {
      identity,
      settings,
      keyed,
      tokens,
      onboarding,
      tag: identity.tag,
      ledger: new Ledger(journal),
      accounts: new Accounts(connection, keyed, tokens),
      halt: (reason) => {
        this.#ended ??= reason
      },
    }
    this.#clients = new Clients(this.#tools)
    this.#housekeeping = new Housekeeping({
      ...options,
      tools: this.#tools,
      scopes: this.#scopes,
      clients: this.#clients,
      now,
    })
  }

  createCase(scope: Scope, account: Account, draft: CaseDraft) {
    return this.#make(scope, () => {
      if (account.kind === 'client') this.#clients.assertThere(account.externalTenantId)
      return makeCase(this.#tools, scope, account, draft)
    })
  }

  createManagedCase(scope: Scope, draft: ManagedCaseDraft) {
    return this.#make(scope, () => makeManagedCase(this.#tools, scope, draft))
  }

  createClient(scope: Scope, draft: ClientDraft, options: { readonly sign: boolean }) {
    return this.#make(scope, () => this.#clients.onboard(scope, draft, options))
  }

  createWebhook(scope: Scope, account: Account, url: string, events: readonly string[]) {
    return this.#make(scope, () => makeWebhook(this.#tools, scope, account, url, events))
  }

  async getCase(account: Account, id: string): Promise<Case> {
    this.#assertThere(id)
    const api = account.kind === 'collection-partner' ? collectionPartnerApi : customerApi
    return this.#tools.accounts.call(account, api.getCase, { parameters: { id } })
  }

  async getManagedCase(id: string) {
    this.#assertThere(id)
    return this.#tools.keyed.call(collectionPartnerApi.getManagedCase, { parameters: { id } })
  }

  findCase(account: Account, by: { readonly creditorReference: string } | { readonly reference: string }) {
    return 'creditorReference' in by
      ? this.#tools.accounts.call(account, customerApi.getCaseByCreditorReference, {
          parameters: { creditorReference: by.creditorReference },
        })
      : this.#tools.accounts.call(account, customerApi.getCaseByReference, {
          parameters: { caseReference: by.reference },
        })
  }

  listCases(account: Account, query: Query) {
    const api = account.kind === 'collection-partner' ? collectionPartnerApi : customerApi
    return this.#tools.accounts.call(account, api.listCases, { parameters: {}, query })
  }

  listManagedCases(query: Query) {
    return this.#tools.keyed.call(collectionPartnerApi.listManagedCases, { parameters: {}, query })
  }

  listReferralCases(query: Query) {
    return this.#tools.keyed.call(referralPartnerApi.listCases, { parameters: {}, query })
  }

  async timeline(account: Account, id: string) {
    this.#assertThere(id)
    return this.#tools.accounts.call(account, customerApi.getTimeline, { parameters: { id } })
  }

  async payments(account: Account, id: string) {
    this.#assertThere(id)
    return this.#tools.accounts.call(account, customerApi.listPayments, { parameters: { id } })
  }

  async events(account: Account, id: string, since: string | undefined) {
    this.#assertThere(id)
    const query = { caseId: id, since }
    return this.#tools.accounts.call(account, testCaseApi(account).listWebhookEvents, {
      parameters: {},
      query,
    })
  }

  async advance(account: Account, id: string, to: string, amount: number | undefined) {
    this.#assertThere(id)
    const body = { to, amount }
    return this.#tools.accounts.call(account, testCaseApi(account).advanceTestCase, {
      parameters: { id },
      body,
    })
  }

  async startCase(id: string, body: StartCaseRequest) {
    this.#assertThere(id)
    return this.#tools.keyed.call(collectionPartnerApi.startCase, { parameters: { id }, body })
  }

  async closeCase(id: string, body: CloseCaseRequest) {
    this.#assertThere(id)
    return this.#tools.keyed.call(collectionPartnerApi.closeCase, { parameters: { id }, body })
  }

  async deleteCase(account: Account, id: string): Promise<void> {
    const { accounts, ledger } = this.#tools
    const known = this.#assertOwned(ledger.findById(id)?.key, `case ${id}`)
    const deletion = accounts.call(account, testCaseApi(account).deleteTestCase, { parameters: { id } })
    ledger.settle(known, (await absentIsFine(deletion)) ? 'deleted' : 'already-gone')
  }

  async deleteWebhook(account: Account, id: string): Promise<void> {
    const { accounts, ledger } = this.#tools
    const known = this.#assertOwned(ledger.findById(id)?.key, `webhook subscription ${id}`)
    const deletion = accounts.call(account, customerApi.deleteWebhook, { parameters: { id } })
    ledger.settle(known, (await absentIsFine(deletion)) ? 'deleted' : 'already-gone')
  }

  getClient(externalTenantId: string) {
    return this.#ofClient(externalTenantId, () =>
      this.#tools.keyed.call(referralPartnerApi.getClient, { parameters: { externalTenantId } }),
    )
  }

  isDeletable(externalTenantId: string) {
    return this.#ofClient(externalTenantId, () =>
      this.#tools.keyed.call(referralPartnerApi.isClientDeletable, { parameters: { externalTenantId } }),
    )
  }

  resetClient(externalTenantId: string) {
    return this.#ofClient(externalTenantId, async () => {
      this.#assertOwned(externalTenantId, `client ${externalTenantId}`)
      await this.#housekeeping.deleteCasesOf(externalTenantId)
      await resetClient({ kind: 'reset-client', externalTenantId }, this.#tools, AbortSignal.timeout(60_000))
    })
  }

  token(externalTenantId: string) {
    return this.#ofClient(externalTenantId, () => this.#tools.tokens.get(externalTenantId))
  }

  closeScope(scopeId: string): void {
    this.#housekeeping.closeScope(scopeId)
  }

  /** All tests that ran so far are over (watch mode). */
  closeScopes(): void {
    this.#housekeeping.closeScopes()
  }

  /** Ends the run: takes no more creates, waits for those in flight, and cleans up. */
  close(onProgress?: (done: number, total: number) => void): Promise<Report> {
    this.#ended ??= runOver()
    return this.#housekeeping.finish(onProgress)
  }

  async #make<T>(scope: Scope, work: () => Promise<T>): Promise<T> {
    if (this.#ended) throw this.#ended
    return this.#scopes.make(scope, async () => work())
  }

  async #ofClient<T>(externalTenantId: string, work: () => Promise<T>): Promise<T> {
    this.#clients.assertThere(externalTenantId)
    return work()
  }

  /** Refuses to go on with a case that this run has deleted. */
  #assertThere(caseId: string): void {
    const known = this.#tools.ledger.findById(caseId)
    if (known === undefined || isStanding(known)) return
    throw new DebituraTestkitError({
      code: 'DBT_GONE',
      what: `Failed to use case ${caseId}`,
      why: 'it was deleted',
      todo: 'Make a new one with `debitura.cases.create()`',
    })
  }

  /** Nothing is deleted that the ledger does not have. */
  #assertOwned(key: string | undefined, what: string): string {
    const known = key === undefined ? undefined : this.#tools.ledger.get(key)
    if (known) return known.key
    throw new DebituraTestkitError({
      code: 'DBT_NOT_OURS',
      what: `Failed to delete ${what}`,
      why: 'this run did not make it',
      todo: 'Delete only what the test itself made; everything with the tag of the run is deleted at its end',
    })
  }
}

function runOver(): DebituraTestkitError {
  return new DebituraTestkitError({
    code: 'DBT_RUN_OVER',
    what: 'Failed to make something on Debitura',
    why: 'the run is over',
    todo: 'Await every call inside the test, and keep no handle for a later run',
  })
}
