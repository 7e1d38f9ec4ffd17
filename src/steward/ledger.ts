import type { ResourceKind, Tally } from '../protocol/index.ts'
import {
  type CaseResource,
  isStanding,
  type Resource,
  type ResourceState,
  type WebhookResource,
} from './resource.ts'

/** Records what a run intends, makes and removes; every change goes to the journal first. */
export interface LedgerJournal {
  intent(resource: Resource): void
  outcome(key: string, state: ResourceState, id: string | undefined): void
  /** Notes a client in whose name cases may be made, by whoever has its token. */
  served(externalTenantId: string): void
}

/** What an earlier run left behind. */
export interface Left {
  /** What is, or may be, still there. */
  readonly standing: readonly Resource[]
  /** Clients in whose name others may have made cases. */
  readonly served: readonly string[]
}

const KINDS: readonly ResourceKind[] = ['case', 'client', 'webhook']

/** All that one run has made or may have made. The journal is its copy on disk. */
export class Ledger {
  readonly #resources = new Map<string, Resource>()
  /** What became of resources whose key was used again: a client that was reset can be made anew. */
  readonly #past: Resource[] = []
  readonly #keysById = new Map<string, string>()
  readonly #keysByScope = new Map<string, Set<string>>()
  readonly #served: Set<string>
  readonly #journal: LedgerJournal

  /** What an earlier run left is given where its journal is taken over, which has it already. */
  constructor(journal: LedgerJournal, left: Left = { standing: [], served: [] }) {
    this.#journal = journal
    this.#served = new Set(left.served)
    for (const resource of left.standing) this.#resources.set(resource.key, resource)
  }

  /** Notes that something is about to be made. */
  intend(resource: Resource): void {
    this.#journal.intent(resource)
    const before = this.#resources.get(resource.key)
    if (before) this.#past.push(before)
    this.#resources.set(resource.key, resource)
    for (const scope of resource.scopes) this.#index(resource.key, scope)
  }

  /**
   * Notes what happened to something that was intended. What is gone stays gone: who deletes it a second time finds
   * nothing, and a case whose client was reset meanwhile may hear late that it was made.
   */
  settle(key: string, state: ResourceState, id?: string): void {
    const resource = this.#resources.get(key)
    if (!resource) return
    if (id !== undefined && resource.kind !== 'client') this.#keysById.set(id, key)
    if (!isStanding(resource) || (resource.state === state && id === undefined)) return
    this.#journal.outcome(key, state, id)
    this.#resources.set(key, {
      ...resource,
      state,
      ...(id === undefined ? {} : { id }),
    })
  }

  /** Adds a scope to a resource that several share. */
  share(key: string, scope: string): void {
    const resource = this.#resources.get(key)
    if (!resource) return
    this.#resources.set(key, { ...resource, scopes: new Set([...resource.scopes, scope]) })
    this.#index(key, scope)
  }

  /** Clients in whose name cases may be made outside the run: somebody had a token of them, or they were borrowed. */
  get served(): readonly string[] {
    return [...this.#served]
  }

  /** Notes that cases may be made in a client's name. One that the run made is known to go with all that it has. */
  serve(externalTenantId: string): void {
    if (this.#served.has(externalTenantId)) return
    if (this.#resources.get(externalTenantId)?.state !== 'made') this.#journal.served(externalTenantId)
    this.#served.add(externalTenantId)
  }

  get(key: string): Resource | undefined {
    return this.#resources.get(key)
  }

  /** The case or subscription with this id, if this run made it. */
  findById(id: string): Resource | undefined {
    return this.#resources.get(this.#keysById.get(id) ?? '')
  }

  /** What was made for a scope, whatever became of it. */
  allIn(scope: string): readonly Resource[] {
    return [...(this.#keysByScope.get(scope) ?? [])]
      .map((key) => this.#resources.get(key))
      .filter((resource) => resource !== undefined)
  }

  /** What is made for a scope, and was not removed yet. */
  standingIn(scope: string): readonly Resource[] {
    return this.allIn(scope).filter(isStanding)
  }

  /** What a client's account has that was not removed yet: cases and subscriptions. */
  standingOf(externalTenantId: string): readonly (CaseResource | WebhookResource)[] {
    return [...this.#resources.values()]
      .filter((resource) => resource.kind !== 'client')
      .filter(({ account }) => account.kind === 'client' && account.externalTenantId === externalTenantId)
      .filter(isStanding)
  }

  /** Scopes that something is made for. */
  scopes(): Iterable<string> {
    return this.#keysByScope.keys()
  }

  all(): readonly Resource[] {
    return [...this.#past, ...this.#resources.values()]
  }

  /** Counts what became of everything, by kind. What is neither gone nor kept counts as left over. */
  tallies(): Record<ResourceKind, Tally> {
    const tallyOf = (kind: ResourceKind): Tally => {
      const states = this.all()
        .filter((resource) => resource.kind === kind)
        .map((resource) => resource.state)
      const count = (...wanted: ResourceState[]) => states.filter((state) => wanted.includes(state)).length
      return {
        // Not the sum of the others: that the two agree is what tells that nothing was forgotten.
        made: states.filter((state) => state !== 'refused').length,
        deleted: count('deleted'),
        alreadyGone: count('already-gone'),
        kept: count('kept'),
        leftOver: count('intended', 'uncertain', 'made'),
      }
    }
    const [cases, clients, webhooks] = KINDS.map(tallyOf) as [Tally, Tally, Tally]
    return { case: cases, client: clients, webhook: webhooks }
  }

  #index(key: string, scope: string): void {
    const keys = this.#keysByScope.get(scope) ?? new Set()
    this.#keysByScope.set(scope, keys.add(key))
  }
}
