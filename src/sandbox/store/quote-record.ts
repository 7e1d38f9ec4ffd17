import type { AgreementType } from '../../contract/words/index.ts'

/** Who quotes. */
export interface Bidder {
  readonly id: string
  readonly companyName: string | null
  readonly officeEmail: string | null
  readonly officePhone: string | null
}

/** What a bidder asks. Amounts are in the case's currency, rates in percent. */
export interface Price {
  readonly agreementType: AgreementType
  readonly hourlyRate: number | null
  /** Hours. */
  readonly hourlyEstimated: number | null
  readonly flatFeeEstimate: number | null
  readonly successFee: number | null
  readonly hybridEstimate: number | null
  /** What courts and others charge besides. */
  readonly costProcessMisc: number
}

/** A quote for a case. Times are ISO 8601 in UTC, with `Z`. */
export interface QuoteRecord {
  readonly id: string
  readonly bidder: Bidder
  readonly price: Price
  readonly proposedSolution: string | null
  readonly feeComments: string | null
  readonly dateCreated: string
  dateUpdated: string | null
  status: 'Pending' | 'Accepted' | 'Declined'
}

/**
 * How a quote request ended.
 * @see support.debitura.com/en/articles/13905611, lead outcome definitions
 */
export type QuoteOutcome = 'Winner' | 'Pullback' | 'Expired'

/** A request for quotes for a case. Times are ISO 8601 in UTC, with `Z`. */
export interface QuoteRequestRecord {
  readonly id: string
  readonly dateCreated: string
  /** Oldest first. */
  readonly quotes: QuoteRecord[]
  /** `null` while it is open. */
  outcome: QuoteOutcome | null
  dateOutcomeSelected: string | null
}
