/**
 * Stages that a referral partner's revenue goes through. Their places are their numbers, which are said to follow the
 * order of the summary.
 * @see Referral Partner API, `GET /reporting/transactions`
 */
export const REVENUE_STAGES = [
  'pending',
  'confirmedPendingInvoice',
  'awaitingCollectionPartnerPayment',
  'readyToInvoiceDebitura',
  'awaitingDebituraPayment',
  'paid',
  'disputed',
] as const

/** A stage that a referral partner's revenue goes through. */
export type RevenueStage = (typeof REVENUE_STAGES)[number]
