import { API_NAMES } from '../contract/index.ts'
import type { Account, Leftover, Report } from '../protocol/index.ts'
import { COLLECTION_PARTNER, CREDITOR } from '../protocol/index.ts'
import { Cleaner } from './cleanup/cleaner.ts'
import { deleteCases } from './cleanup/delete-cases.ts'
import { planCleanup } from './cleanup/plan.ts'
import type { CleanupTools } from './cleanup/tools.ts'
import { verify } from './cleanup/verify.ts'
import type { Clients } from './clients.ts'
import { isStanding, type Resource } from './resource.ts'
import type { Scopes } from './scopes.ts'
import type { StewardOptions } from './steward-options.ts'

/** What keeping house works with. */
export interface HousekeepingOptions extends StewardOptions {
  readonly tools: CleanupTools
  readonly scopes: Scopes
  readonly clients: Clients
  readonly now: () => number
}

/** Cleans up while tests run, as scopes end, and for good at the end of the run. */
export class Housekeeping {
  readonly #options: HousekeepingOptions
  readonly #cleaner: Cleaner
  readonly #startedAt: number
  readonly #background = new Set<Promise<void>>()
  /** Keys of what a scope that is over is being cleaned of. */
  readonly #cleaning = new Set<string>()

  constructor(options: HousekeepingOptions) {
    this.#options = options
    this.#cleaner = new Cleaner(options.tools)
    this.#startedAt = options.now()
  }

  /**
   * Cleans what a scope owned, in the background. Cases of an account with a key are left to the end of the run: one
   * call deletes them all then, where here each would cost one.
   */
  closeScope(scopeId: string): void {
    const { clients, scopes } = this.#options
    const cleaned = scopes.close(scopeId).then(() => this.#cleanScope(scopeId))
    clients.leave(scopeId, cleaned)
    this.#background.add(cleaned)
    void cleaned.finally(() => this.#background.delete(cleaned))
  }

  /** Cleans what every scope that is still open owned. */
  closeScopes(): void {
    const open = new Set(this.#options.tools.ledger.all().flatMap(({ scopes }) => [...scopes]))
    for (const scopeId of open) if (!this.#options.scopes.areClosed([scopeId])) this.closeScope(scopeId)
  }

  /** Deletes a client's cases of this run, as far as there are any. */
  async deleteCasesOf(externalTenantId: string): Promise<void> {
    const { tools } = this.#options
    const cases = this.#casesOf([externalTenantId])
    if (cases.length === 0) return
    const account: Account = { kind: 'client', externalTenantId }
    const step = { kind: 'delete-cases', account, cases } as const
    const [left] = await deleteCases(step, tools, AbortSignal.timeout(60_000))
    if (left) throw left.error
  }

  /** Cleans everything, and says what became of it. */
  async finish(onProgress?: (done: number, total: number) => void): Promise<Report> {
    const { connection, journal, now, scopes, settings, tools } = this.#options
    const finishAt = now()
    const signal = AbortSignal.timeout(settings.cleanupTimeoutMs)
    connection.widen()
    await orAborted(scopes.settled(), signal)
    await orAborted(Promise.all(this.#background), signal)
    const notices = journal.problem === undefined ? [] : [journal.problem]
    if (this.#keeps) return this.#report(finishAt, [], [...notices, ...this.#keep()])

    const plan = planCleanup({ resources: tools.ledger.all(), accounts: this.#accountsWithTheTag() })
    await this.#cleaner.clean(plan, { signal, ...(onProgress ? { onProgress } : {}) })
    const verified = settings.verify ? await this.#verify(signal) : { found: [], notices: [] }
    const found = verified.found.filter(({ id }) => !this.#isKnownToStand(id))
    return this.#report(finishAt, found, [...notices, ...verified.notices])
  }

  /** A sandbox that the run started ends with it: there, nothing can be kept. */
  get #keeps(): boolean {
    const { keep, embedded } = this.#options.settings
    return keep && embedded === undefined
  }

  async #verify(signal: AbortSignal): Promise<{ found: readonly Leftover[]; notices: readonly string[] }> {
    const { identity, keys, tools } = this.#options
    const apis = API_NAMES.filter((api) => keys[api] !== undefined)
    try {
      const { keyed } = tools
      const { runId } = identity
      return { found: await verify({ runId, apis, startedAt: this.#startedAt, keyed, signal }), notices: [] }
    } catch (error) {
      return {
        found: [],
        notices: [`Nothing was verified: ${error instanceof Error ? error.message : String(error)}`],
      }
    }
  }

  /** What is left over, and why, is in the report already. */
  #isKnownToStand(id: string): boolean {
    const { ledger } = this.#options.tools
    const known = ledger.findById(id) ?? ledger.get(id)
    return known !== undefined && isStanding(known)
  }

  async #cleanScope(scopeId: string): Promise<void> {
    const { scopes, settings, tools } = this.#options
    if (this.#keeps) return
    const over = tools.ledger
      .all()
      .filter(isStanding)
      .filter((resource) => resource.scopes.has(scopeId) && scopes.areClosed(resource.scopes))
      // Where the last scopes of a client end at the same time, one of them has it reset.
      .filter(({ key }) => !this.#cleaning.has(key))
    for (const { key } of over) this.#cleaning.add(key)
    const leaving = over.filter((resource) => resource.kind === 'client')
    const resources: Resource[] = [
      ...over.filter((resource) => resource.kind === 'webhook'),
      ...leaving,
      ...this.#casesOf(leaving.map(({ key }) => key)),
    ]
    await this.#cleaner.clean(planCleanup({ resources, accounts: [] }), {
      signal: AbortSignal.timeout(settings.cleanupTimeoutMs),
    })
    for (const { key } of over) this.#cleaning.delete(key)
  }

  #casesOf(externalTenantIds: readonly string[]) {
    const ids = new Set(externalTenantIds)
    return this.#options.tools.ledger
      .all()
      .filter((resource) => resource.kind === 'case')
      .filter(({ account }) => account.kind === 'client' && ids.has(account.externalTenantId))
      .filter(isStanding)
  }

  /** Accounts in which the application under test may have made cases, with the tag that the run gave it. */
  #accountsWithTheTag(): readonly Account[] {
    const { clients, keys } = this.#options
    return [
      ...(keys.customer === undefined ? [] : [CREDITOR]),
      ...(keys['collection-partner'] === undefined ? [] : [COLLECTION_PARTNER]),
      ...clients.borrowed.map((externalTenantId): Account => ({ kind: 'client', externalTenantId })),
    ]
  }

  #keep(): readonly string[] {
    const { identity, tools } = this.#options
    const standing = tools.ledger.all().filter(isStanding)
    for (const { key } of standing) tools.ledger.settle(key, 'kept')
    const clients = standing.filter((resource) => resource.kind === 'client').map(({ key }) => key)
    return [
      `Kept, as asked. Delete the cases later with DELETE /test/cases?tag=${identity.tag} on each API that has some.`,
      ...clients.map(
        (externalTenantId) => `Kept client ${externalTenantId}: DELETE /clients/${externalTenantId}.`,
      ),
    ]
  }

  #report(finishAt: number, found: readonly Leftover[], notices: readonly string[]): Report {
    const { connection, identity, journal, now, settings, tools } = this.#options
    const { total, rateLimited, retried, byLane } = connection.calls
    const leftovers = [...this.#cleaner.leftovers, ...found]
    if (leftovers.length === 0 && !this.#keeps) journal.remove()
    else journal.leave()
    return {
      environment: settings.environment,
      tag: identity.tag,
      tallies: tools.ledger.tallies(),
      leftovers,
      calls: { total, cleanup: byLane.cleanup.sent, rateLimited, retried },
      durationMs: now() - this.#startedAt,
      cleanupMs: now() - finishAt,
      notices: settings.keep && !this.#keeps ? [...notices, SANDBOX_GONE] : notices,
    }
  }
}

const SANDBOX_GONE =
  'Nothing could be kept: the sandbox of this run ended with it. To look at what tests make, run `debitura-testkit sandbox` ' +
  'and point the tests at it.'

/** Waits for something, but not beyond the signal. */
async function orAborted(promise: Promise<unknown>, signal: AbortSignal): Promise<void> {
  const aborted = new Promise<void>((resolve) => {
    // A signal that was aborted earlier says so no more.
    if (signal.aborted) resolve()
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
  await Promise.race([promise, aborted])
}
