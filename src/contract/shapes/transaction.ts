import * as v from 'valibot'
import { double, int32, textOrNull, timestamp, uuid } from './field.ts'
import { Page } from './page.ts'

/** A payment on a client's case, with what the referral partner earns by it. */
export const Transaction = v.object({
  transactionId: uuid,
  date: timestamp,
  client: v.object({ externalTenantId: textOrNull, creditorId: uuid, companyName: textOrNull }),
  case: v.object({
    invoiceId: uuid,
    caseReference: textOrNull,
    debtorName: textOrNull,
    originalAmount: double,
    currency: textOrNull,
  }),
  payment: v.object({ amount: double, currency: textOrNull, paymentDate: timestamp }),
  earnings: v.object({
    currency: textOrNull,
    debituraRevenue: double,
    debituraRevenueUsd: double,
    referralFeePercentage: double,
    referralFeeAmount: double,
    referralFeeAmountUsd: double,
    isEstimate: v.boolean(),
  }),
  recognition: v.object({ isRecognized: v.boolean(), referralFeeRecognizedUsd: double }),
  status: v.object({
    commissionPaymentStatus: textOrNull,
    platformInvoicingStatus: textOrNull,
    referralInvoicingStatus: textOrNull,
  }),
})
/** A payment on a client's case, with what the referral partner earns by it. */
export type Transaction = v.InferOutput<typeof Transaction>

/** How many transactions are at each stage of revenue, and the referral fees on them in US dollars. */
export const RevenueBreakdown = v.object({
  pendingReferralFeeUsd: double,
  pendingCount: int32,
  confirmedPendingInvoiceReferralFeeUsd: double,
  confirmedPendingInvoiceCount: int32,
  awaitingCollectionPartnerPaymentReferralFeeUsd: double,
  awaitingCollectionPartnerPaymentCount: int32,
  readyToInvoiceDebituraReferralFeeUsd: double,
  readyToInvoiceDebituraCount: int32,
  awaitingDebituraPaymentReferralFeeUsd: double,
  awaitingDebituraPaymentCount: int32,
  paidReferralFeeUsd: double,
  paidCount: int32,
  disputedReferralFeeUsd: double,
  disputedCount: int32,
})
/** How many transactions are at each stage of revenue, and the referral fees on them in US dollars. */
export type RevenueBreakdown = v.InferOutput<typeof RevenueBreakdown>

/** A page of transactions, and sums over all that match. @see Referral Partner API, `GET /reporting/transactions` */
export const TransactionList = v.object({
  data: v.nullish(v.array(Transaction), []),
  page: Page,
  summary: v.object({ revenue: RevenueBreakdown, totalDebituraRevenueUsd: double }),
})
/** A page of transactions, and sums over all that match. */
export type TransactionList = v.InferOutput<typeof TransactionList>
