import {
  COLLECTION_PARTNER_EVENTS,
  CUSTOMER_EVENTS,
  type Lifecycle,
} from '../../../src/contract/words/index.ts'

/** Whose case it is: the world's creditor, its collection partner, or one of the referral partner's clients. */
export type Owner = 'creditor' | 'partner' | `client ${string}`

/** A case as it should be. Amounts are whole hundredths, so that sums are exact. */
export interface ModelCase {
  readonly id: string
  readonly owner: Owner
  readonly isTest: boolean
  readonly tag: string | undefined
  principal: number
  fees: number
  /** Hundredths by payment id, oldest first. */
  readonly payments: Map<string, number>
  /** Payments that were deleted: a case remembers them, and what fires their event needs the latest. */
  readonly deletedPayments: string[]
  /** What was said about it, oldest first. */
  readonly chats: string[]
  lifecycle: Lifecycle
  closeCode: 'Paid' | 'PreLegalExhaustedNoPayment' | null
}

/** A client as it should be. */
export interface ModelClient {
  readonly externalTenantId: string
  readonly creditorId: string
  signed: boolean
}

/** A webhook subscription of the world's creditor or of its collection partner. */
export interface ModelSubscription {
  readonly id: string
  readonly owner: 'creditor' | 'partner'
  readonly isTestMode: boolean
}

const EVENTS: Readonly<Record<ModelSubscription['owner'], readonly string[]>> = {
  creditor: CUSTOMER_EVENTS,
  partner: COLLECTION_PARTNER_EVENTS,
}

/** What a world should hold, in the simplest form that tells right from wrong. */
export class ModelWorld {
  readonly cases = new Map<string, ModelCase>()
  readonly clients = new Map<string, ModelClient>()
  readonly subscriptions = new Map<string, ModelSubscription>()
  /** How far the clock was moved. */
  minutes = 0
  /** Ids of what is gone: nothing may remember them. */
  readonly removed = new Set<string>()
  /** Names of the events that each subscription should have been sent about each case, oldest first. */
  readonly #events = new Map<string, string[]>()

  casesOf(owner: Owner): ModelCase[] {
    return [...this.cases.values()].filter((known) => known.owner === owner)
  }

  /** Notes that something happened to a case, for whoever subscribes to it now. */
  announce(known: ModelCase, ...events: readonly string[]): void {
    for (const { id, owner, isTestMode } of this.subscriptions.values()) {
      if (isTestMode !== known.isTest || owner !== known.owner) continue
      this.eventsOf(known.id, id).push(...events.filter((event) => EVENTS[owner].includes(event)))
    }
  }

  eventsOf(caseId: string, subscriptionId: string): string[] {
    const key = `${caseId} ${subscriptionId}`
    const known = this.#events.get(key) ?? []
    this.#events.set(key, known)
    return known
  }

  /** The same once more, to go on from there. */
  copy(): ModelWorld {
    const copy = new ModelWorld()
    copy.adopt(this)
    return copy
  }

  /** Becomes what another one is, or was. */
  adopt(other: ModelWorld): void {
    for (const name of ['cases', 'clients', 'subscriptions'] as const) this[name].clear()
    this.#events.clear()
    for (const [id, known] of structuredClone(other.cases)) this.cases.set(id, known)
    for (const [id, known] of structuredClone(other.clients)) this.clients.set(id, known)
    for (const [id, known] of other.subscriptions) this.subscriptions.set(id, known)
    for (const [key, events] of other.#events) this.#events.set(key, [...events])
    this.minutes = other.minutes
    this.removed.clear()
    for (const id of other.removed) this.removed.add(id)
  }

  /** Forgets a client and its cases. */
  removeClient({ externalTenantId, creditorId }: ModelClient): void {
    for (const known of this.casesOf(`client ${externalTenantId}`)) this.remove(known)
    this.clients.delete(externalTenantId)
    this.removed.add(creditorId)
  }

  /** Forgets a case; what was sent about it goes along. */
  remove(known: ModelCase): void {
    this.cases.delete(known.id)
    for (const id of [known.id, ...known.payments.keys(), ...known.deletedPayments]) this.removed.add(id)
    for (const key of this.#events.keys()) if (key.startsWith(known.id)) this.#events.delete(key)
  }
}

/** Worlds side by side: whatever happens in one must leave no trace in the other. */
export type Model = Readonly<Record<WorldName, ModelWorld>>

export const WORLD_NAMES = ['left', 'right'] as const
export type WorldName = (typeof WORLD_NAMES)[number]

export const newModel = (): Model => ({ left: new ModelWorld(), right: new ModelWorld() })

/** Where the owner reads a case. */
export const pathOf = ({ id, owner }: ModelCase): string =>
  owner === 'partner' ? `/managed-cases/${id}` : `/cases/${id}`

/** What a case owes in all. */
const owed = ({ principal, fees }: ModelCase): number => principal + fees

/** What is still to be paid. */
export const remaining = (known: ModelCase): number =>
  owed(known) - [...known.payments.values()].reduce((sum, amount) => sum + amount, 0)

/** The one of several things that a number picks. */
export const picked = <Thing>(things: readonly Thing[], which: number): Thing | undefined =>
  things[which % things.length]
