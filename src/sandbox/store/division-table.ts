import type { Division } from '../../contract/shapes/index.ts'

/** A branch or department of a creditor. Times are ISO 8601 in UTC, with `Z`. */
export interface DivisionRecord {
  readonly id: string
  readonly accountId: string
  readonly createdUtc: string
  companyName: string
  registrationNumber: string | null
  address: string | null
  zipCode: string | null
  state: string | null
  city: string
  country: Division['country']
  officeEmail: string | null
  officePhone: string | null
  isArchived: boolean
  updatedUtc: string | null
}

const NONE: ReadonlySet<DivisionRecord> = new Set()

/** The divisions of a world. */
export class DivisionTable {
  readonly #byId = new Map<string, DivisionRecord>()
  readonly #ofAccount = new Map<string, Set<DivisionRecord>>()

  add(division: DivisionRecord): void {
    this.#byId.set(division.id, division)
    const known = this.#ofAccount.get(division.accountId)
    if (known === undefined) this.#ofAccount.set(division.accountId, new Set([division]))
    else known.add(division)
  }

  delete(division: DivisionRecord): void {
    this.#byId.delete(division.id)
    const left = this.#ofAccount.get(division.accountId)
    left?.delete(division)
    if (left?.size === 0) this.#ofAccount.delete(division.accountId)
  }

  byId(id: string): DivisionRecord | undefined {
    return this.#byId.get(id.toLowerCase())
  }

  /** Divisions of an account, oldest first. */
  ofAccount(accountId: string): ReadonlySet<DivisionRecord> {
    return this.#ofAccount.get(accountId) ?? NONE
  }

  all(): IterableIterator<DivisionRecord> {
    return this.#byId.values()
  }
}
