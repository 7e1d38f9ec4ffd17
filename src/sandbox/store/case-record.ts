import type { DebtorInput } from '../../contract/shapes/index.ts'
import type { CloseCode, Lifecycle } from '../../contract/words/index.ts'
import type { Creditor } from './creditor.ts'
import type { DivisionRecord } from './division-table.ts'
import type { Dossier } from './dossier.ts'
import type { PaymentRecord } from './payment-record.ts'

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
  collectionPartnerId: string | null
  readonly isTest: boolean
  readonly tag: string | null
  readonly creditorReference: string | null
  readonly comments: string | null
  readonly claimDescription: string | null
  readonly currency: string
  grossAmount: number
  readonly date: string
  readonly dueDate: string
  readonly debtor: DebtorInput
  readonly assignedUserEmail: string | null
  /** Where its creditor goes after signing. */
  readonly returnUrl: string | null
  readonly dateCreated: string
  /** The creditor's division that it is filed under. */
  division: DivisionRecord | null
  /** Its place among the cases of its account. */
  placeInAccount: number
  /** Its place among the cases that its collection partner collects. */
  placeInCollection: number
  lifecycle: Lifecycle
  /** Where the case goes once all that it waits for is signed. */
  readonly lifecycleOnceSigned: Lifecycle
  closeCode: CloseCode | null
  dateUpdated: string | null
  dateCollectionStarted: string | null
  exclusivePeriodEndDate: string | null
  dateFinished: string | null
  interestFees: number
  reminderFees: number
  collectionFees: number
  /** Percentage points that the age of the claim adds to the success fee. */
  readonly ageUplift: number
  /** Whether that was blended from several invoices. */
  readonly hasBlendedUplift: boolean
  /** What is due to the collection partner, in percent of what is paid. */
  successFee: number
  /** Whether somebody set the success fee on purpose, and it does not follow from the claim. */
  successFeeIsIntentional: boolean
  /** The collection partner's own reference, given at the start. */
  collectionPartnerReference: string | null
  /** Oldest first. */
  payments: readonly PaymentRecord[]
  /** The payment that was deleted last. */
  latestDeletedPayment: PaymentRecord | null
  /** What happened since the case was created, oldest first. */
  timeline: readonly TimelineEntry[]
  /** Missing until something goes into it; see `dossierOf`. */
  dossier: Dossier | undefined
}
