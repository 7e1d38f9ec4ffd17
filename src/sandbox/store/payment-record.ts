import type {
  CommissionStatus,
  PaymentRecipient,
  PlatformInvoicing,
  ReferralInvoicing,
} from '../../contract/words/index.ts'

/** How a payment is shared between the creditor and the collection partner. */
export interface Payout {
  creditor: number
  collectionPartner: number
}

/** A payment on a case. Times are ISO 8601 in UTC, with `Z`. */
export interface PaymentRecord {
  readonly id: string
  readonly caseId: string
  /** Whose case it is on. */
  readonly accountId: string
  readonly dateCreated: string
  dateUpdated: string | null
  /** The day it was made on. */
  date: string
  amount: number
  recipient: PaymentRecipient
  payout: Payout
  /** Whether the collection partner passed the commission on. */
  commission: CommissionStatus
  /** How far Debitura has got with its invoice to the collection partner. */
  platformInvoicing: PlatformInvoicing
  /** How far the referral partner has got with its invoice to Debitura. */
  referralInvoicing: ReferralInvoicing
  /** Its place among the payments of its account. */
  placeInAccount: number
}
