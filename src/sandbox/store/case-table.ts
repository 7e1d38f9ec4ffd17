import type { Lifecycle } from '../../contract/words/index.ts'
import type { CaseRecord } from './case-record.ts'
import type { DivisionRecord } from './division-table.ts'
import { GroupedSets } from './grouped-sets.ts'
import { Ledger } from './ledger.ts'

const NONE: ReadonlySet<CaseRecord> = new Set()

/** The cases of a world, with an index for each way in which an operation finds them. */
export class CaseTable {
  readonly #byId = new Map<string, CaseRecord>()
  readonly #byReference = new Map<string, CaseRecord>()
  readonly #byCreditorReference = new Map<string, readonly CaseRecord[]>()
  readonly #byPartnerReference = new GroupedSets<CaseRecord>()
  readonly #byTag = new GroupedSets<CaseRecord>()
  readonly #ofAccount = new Map<string, Ledger<'placeInAccount', CaseRecord>>()
  readonly #collectedBy = new Map<string, Ledger<'placeInCollection', CaseRecord>>()
  readonly #ofDivision = new GroupedSets<CaseRecord>()
  readonly #byLifecycle = new GroupedSets<CaseRecord>()

  get size(): number {
    return this.#byId.size
  }

  add(record: CaseRecord): void {
    const { accountId, collectionPartnerId, creditorReference, division, tag } = record
    this.#byId.set(record.id, record)
    this.#byReference.set(record.reference, record)
    if (creditorReference !== null) {
      const key = referenceKey(record.creditor.profile.id, creditorReference)
      this.#byCreditorReference.set(key, [...(this.#byCreditorReference.get(key) ?? []), record])
    }
    this.#addPartnerReference(record)
    if (tag !== null) this.#byTag.add(accountId, tag, record)
    if (division !== null) this.#ofDivision.add(accountId, division.id, record)
    this.#byLifecycle.add(accountId, record.lifecycle, record)
    present(this.#ofAccount, accountId, 'placeInAccount').add(record)
    if (collectionPartnerId !== null) {
      present(this.#collectedBy, collectionPartnerId, 'placeInCollection').add(record)
    }
  }

  delete(record: CaseRecord): void {
    const { accountId, collectionPartnerId, creditorReference, division, tag } = record
    this.#byId.delete(record.id)
    this.#byReference.delete(record.reference)
    if (creditorReference !== null) {
      const key = referenceKey(record.creditor.profile.id, creditorReference)
      const others = (this.#byCreditorReference.get(key) ?? []).filter((other) => other !== record)
      if (others.length === 0) this.#byCreditorReference.delete(key)
      else this.#byCreditorReference.set(key, others)
    }
    this.#dropPartnerReference(record)
    if (tag !== null) this.#byTag.delete(accountId, tag, record)
    if (division !== null) this.#ofDivision.delete(accountId, division.id, record)
    this.#byLifecycle.delete(accountId, record.lifecycle, record)
    this.#ofAccount.get(accountId)?.delete(record)
    if (collectionPartnerId !== null) this.#collectedBy.get(collectionPartnerId)?.delete(record)
  }

  /** Moves a case to another lifecycle. */
  move(record: CaseRecord, lifecycle: Lifecycle): void {
    this.#byLifecycle.delete(record.accountId, record.lifecycle, record)
    record.lifecycle = lifecycle
    this.#byLifecycle.add(record.accountId, lifecycle, record)
  }

  /** Gives a case to a collection partner. */
  assign(record: CaseRecord, collectionPartnerId: string): void {
    if (record.collectionPartnerId === collectionPartnerId) return
    if (record.collectionPartnerId !== null) this.#collectedBy.get(record.collectionPartnerId)?.delete(record)
    record.collectionPartnerId = collectionPartnerId
    present(this.#collectedBy, collectionPartnerId, 'placeInCollection').add(record)
  }

  byId(id: string): CaseRecord | undefined {
    // Debitura's ids are lower-case; a GUID is the same in any case.
    return this.#byId.get(id) ?? this.#byId.get(id.toLowerCase())
  }

  byReference(reference: string): CaseRecord | undefined {
    return this.#byReference.get(reference.toUpperCase())
  }

  byCreditorReference(creditorId: string, creditorReference: string): CaseRecord | undefined {
    return this.withCreditorReference(creditorId, creditorReference)[0]
  }

  /** Cases of a creditor with a reference of its, oldest first. */
  withCreditorReference(creditorId: string, creditorReference: string): readonly CaseRecord[] {
    return this.#byCreditorReference.get(referenceKey(creditorId, creditorReference)) ?? []
  }

  /** Cases that a collection partner gave a reference to, oldest first. */
  withPartnerReference(collectionPartnerId: string, reference: string): readonly CaseRecord[] {
    const found = this.#byPartnerReference.get(collectionPartnerId, reference) ?? NONE
    return [...found].sort((a, b) => a.sequence - b.sequence)
  }

  /** Files a case under its collection partner's own reference. */
  setPartnerReference(record: CaseRecord, reference: string | null): void {
    this.#dropPartnerReference(record)
    record.collectionPartnerReference = reference
    this.#addPartnerReference(record)
  }

  tagged(accountId: string, tag: string): ReadonlySet<CaseRecord> {
    return this.#byTag.get(accountId, tag) ?? NONE
  }

  ofDivision({ accountId, id }: DivisionRecord): ReadonlySet<CaseRecord> {
    return this.#ofDivision.get(accountId, id) ?? NONE
  }

  /** Files the cases of a division under none. */
  leaveDivision(division: DivisionRecord): void {
    for (const record of [...this.ofDivision(division)]) {
      this.#ofDivision.delete(division.accountId, division.id, record)
      record.division = null
    }
  }

  /** Cases of an account, newest first. */
  *ofAccount(accountId: string): Generator<CaseRecord, void> {
    yield* this.#ofAccount.get(accountId)?.newestFirst() ?? []
  }

  /** How many cases an account has. */
  countOf(accountId: string): number {
    return this.#ofAccount.get(accountId)?.size ?? 0
  }

  /** Cases of an account that are in a lifecycle, the one that entered it first first. */
  inLifecycle(accountId: string, lifecycle: Lifecycle): ReadonlySet<CaseRecord> {
    return this.#byLifecycle.get(accountId, lifecycle) ?? NONE
  }

  /** Cases that a collection partner collects, newest first. */
  *collectedBy(collectionPartnerId: string): Generator<CaseRecord, void> {
    yield* this.#collectedBy.get(collectionPartnerId)?.newestFirst() ?? []
  }

  all(): IterableIterator<CaseRecord> {
    return this.#byId.values()
  }

  #addPartnerReference(record: CaseRecord): void {
    const { collectionPartnerId: partner, collectionPartnerReference: reference } = record
    if (partner !== null && reference !== null) this.#byPartnerReference.add(partner, reference, record)
  }

  #dropPartnerReference(record: CaseRecord): void {
    const { collectionPartnerId: partner, collectionPartnerReference: reference } = record
    if (partner !== null && reference !== null) this.#byPartnerReference.delete(partner, reference, record)
  }
}

const referenceKey = (creditorId: string, creditorReference: string) => `${creditorId} ${creditorReference}`

function present<Place extends 'placeInAccount' | 'placeInCollection'>(
  ledgers: Map<string, Ledger<Place, CaseRecord>>,
  id: string,
  place: Place,
): Ledger<Place, CaseRecord> {
  const known = ledgers.get(id)
  if (known !== undefined) return known
  const fresh = new Ledger<Place, CaseRecord>(place)
  ledgers.set(id, fresh)
  return fresh
}
