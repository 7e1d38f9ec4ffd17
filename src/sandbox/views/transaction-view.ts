import type { Transaction } from '../../contract/shapes/index.ts'
import { inUsDollars } from '../rules/payments/us-dollars.ts'
import { revenueOf } from '../rules/revenue/revenue.ts'
import { isRecognized } from '../rules/revenue/revenue-stage.ts'
import type { CaseRecord } from '../store/case-record.ts'
import type { ClientRecord } from '../store/client-record.ts'
import type { PaymentRecord } from '../store/payment-record.ts'
import type { World } from '../store/world.ts'
import { readStyle, written } from './timestamp.ts'

/** A payment on a client's case. */
export interface ClientPayment {
  readonly client: ClientRecord
  readonly record: CaseRecord
  readonly payment: PaymentRecord
}

/** A payment as a referral partner sees it, with what it earns by it. */
export function transactionView(world: World, { client, record, payment }: ClientPayment): Transaction {
  const { currency } = record
  const revenue = revenueOf(world, record, payment.amount)
  const referralFeeAmountUsd = inUsDollars(revenue.referral, currency)
  const date = written(payment.date, readStyle(world))
  const recognized = isRecognized(world, payment)
  return {
    transactionId: payment.id,
    date,
    client: {
      externalTenantId: client.externalTenantId,
      creditorId: client.creditor.profile.id,
      companyName: client.creditor.profile.companyName,
    },
    case: {
      invoiceId: record.id,
      caseReference: record.reference,
      debtorName: record.debtor.name,
      originalAmount: record.grossAmount,
      currency,
    },
    payment: { amount: payment.amount, currency, paymentDate: date },
    earnings: {
      currency,
      debituraRevenue: revenue.platform,
      debituraRevenueUsd: inUsDollars(revenue.platform, currency),
      referralFeePercentage: revenue.referralFeePercentage,
      referralFeeAmount: revenue.referral,
      referralFeeAmountUsd,
      isEstimate: payment.commission !== 'Paid',
    },
    recognition: {
      isRecognized: recognized,
      referralFeeRecognizedUsd: recognized ? referralFeeAmountUsd : 0,
    },
    status: {
      commissionPaymentStatus: payment.commission,
      platformInvoicingStatus: payment.platformInvoicing,
      referralInvoicingStatus: payment.referralInvoicing,
    },
  }
}
