import type { CaseRecord } from './case-record.ts'
import { GroupedSets } from './grouped-sets.ts'
import { Ledger } from './ledger.ts'

const NONE: ReadonlySet<CaseRecord> = new Set()

/** The cases of a world, with an index for each way in which an operation finds them. */
export class CaseTable {
  readonly #byId = new Map<string, CaseRecord>()
  readonly #byReference = new Map<string, CaseRecord>()
  readonly #byCreditorReference = new GroupedSets<CaseRecord>()
  readonly #byTag = new GroupedSets<CaseRecord>()
  readonly #ofAccount = new Map<string, Ledger<CaseRecord>>()
  readonly #collectedBy = new Map<string, Ledger<CaseRecord>>()
  #sequence = 0

  get size(): number {
    return this.#byId.size
  }

  /** The number that the next case takes. */
  nextSequence(): number {
    this.#sequence += 1
    return this.#sequence
  }

  add(record: CaseRecord): void {
    this.#byId.set(record.id, record)
    this.#byReference.set(record.reference, record)
    if (record.creditorReference !== null) {
      this.#byCreditorReference.add(record.creditor.profile.id, record.creditorReference, record)
    }
    if (record.tag !== null) this.#byTag.add(record.accountId, record.tag, record)
    ledgerOf(this.#ofAccount, record.accountId).add(record)
    if (record.collectionPartnerId !== null)
      ledgerOf(this.#collectedBy, record.collectionPartnerId).add(record)
  }

  delete(record: CaseRecord): void {
    this.#byId.delete(record.id)
    this.#byReference.delete(record.reference)
    if (record.creditorReference !== null) {
      this.#byCreditorReference.delete(record.creditor.profile.id, record.creditorReference, record)
    }
    if (record.tag !== null) this.#byTag.delete(record.accountId, record.tag, record)
    this.#ofAccount.get(record.accountId)?.delete(record)
    if (record.collectionPartnerId !== null) this.#collectedBy.get(record.collectionPartnerId)?.delete(record)
  }

  byId(id: string): CaseRecord | undefined {
    // Debitura's ids are lower-case; a GUID is the same in any case.
    return this.#byId.get(id) ?? this.#byId.get(id.toLowerCase())
  }

  byReference(reference: string): CaseRecord | undefined {
    return this.#byReference.get(reference.toUpperCase())
  }

  byCreditorReference(creditorId: string, creditorReference: string): CaseRecord | undefined {
    const [first] = this.#byCreditorReference.get(creditorId, creditorReference) ?? NONE
    return first
  }

  tagged(accountId: string, tag: string): ReadonlySet<CaseRecord> {
    return this.#byTag.get(accountId, tag) ?? NONE
  }

  /** Cases of an account, newest first. */
  *ofAccount(accountId: string): Generator<CaseRecord, void> {
    yield* this.#ofAccount.get(accountId)?.newestFirst() ?? []
  }

  /** How many cases an account has. */
  countOf(accountId: string): number {
    return this.#ofAccount.get(accountId)?.size ?? 0
  }

  /** Cases that a collection partner collects, newest first. */
  *collectedBy(collectionPartnerId: string): Generator<CaseRecord, void> {
    yield* this.#collectedBy.get(collectionPartnerId)?.newestFirst() ?? []
  }

  all(): IterableIterator<CaseRecord> {
    return this.#byId.values()
  }
}

function ledgerOf(ledgers: Map<string, Ledger<CaseRecord>>, id: string): Ledger<CaseRecord> {
  const known = ledgers.get(id)
  if (known !== undefined) return known
  const fresh = new Ledger<CaseRecord>()
  ledgers.set(id, fresh)
  return fresh
}
