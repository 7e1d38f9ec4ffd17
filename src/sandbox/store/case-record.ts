import type { DebtorInput } from '../../contract/shapes/index.ts'
import type { CloseCode, Lifecycle } from '../../contract/words/index.ts'
import type { Creditor } from './creditor.ts'
import type { DivisionRecord } from './division-table.ts'
import type { Dossier } from './dossier.ts'

/** A payment on a case. Times are ISO 8601 in UTC, with `Z`. */
export interface PaymentRecord {
  readonly id: string
  readonly dateCreated: string
  readonly date: string
  readonly amount: number
}

/** One thing that happened to a case. */
export interface TimelineEntry {
  readonly date: string
  readonly type: string
  readonly title: string
  readonly description: string
  readonly actor: 'System' | 'Creditor user' | 'Partner user'
}

/** A case as the sandbox keeps it. Times are ISO 8601 in UTC, with `Z`. */
export interface CaseRecord {
  readonly id: string
  /** Order of creation within the world. */
  readonly sequence: number
  readonly reference: string
  /** Whose case it is: a creditor, or the collection partner for a managed case. */
  readonly accountId: string
  readonly creditor: Creditor
  /** Who collects it; `null` for an unrouted case. */
  readonly collectionPartnerId: string | null
  readonly isTest: boolean
  readonly tag: string | null
  readonly creditorReference: string | null
  readonly comments: string | null
  readonly claimDescription: string | null
  readonly currency: string
  readonly grossAmount: number
  readonly date: string
  readonly dueDate: string
  readonly debtor: DebtorInput
  readonly assignedUserEmail: string | null
  readonly dateCreated: string
  /** The creditor's division that it is filed under. */
  division: DivisionRecord | null
  /** Its place among the cases of its account. */
  placeInAccount: number
  /** Its place among the cases that its collection partner collects. */
  placeInCollection: number
  lifecycle: Lifecycle
  /** Where the case goes once the contract is signed. */
  readonly lifecycleOnceSigned: Lifecycle
  closeCode: CloseCode | null
  dateUpdated: string | null
  dateCollectionStarted: string | null
  exclusivePeriodEndDate: string | null
  dateFinished: string | null
  interestFees: number
  reminderFees: number
  collectionFees: number
  /** Oldest first. */
  payments: readonly PaymentRecord[]
  /** What happened since the case was created, oldest first. */
  timeline: readonly TimelineEntry[]
  /** Missing until something goes into it; see `dossierOf`. */
  dossier: Dossier | undefined
}
