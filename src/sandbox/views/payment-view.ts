import type { Payment } from '../../contract/shapes/index.ts'
import { LIFECYCLES } from '../../contract/words/index.ts'
import type { CaseRecord } from '../store/case-record.ts'
import type { PaymentRecord } from '../store/payment-record.ts'
import { type TimeStyle, written, writtenOrNull } from './timestamp.ts'

/** A payment as every API answers it. */
export function paymentView(record: CaseRecord, payment: PaymentRecord, style: TimeStyle): Payment {
  return {
    id: payment.id,
    dateCreated: written(payment.dateCreated, style),
    dateUpdated: writtenOrNull(payment.dateUpdated, style),
    date: written(payment.date, style),
    grossAmount: payment.amount,
    recipient: payment.recipient,
    // Debitura publishes no list of methods, and no request states one.
    method: 'BankTransfer',
    currency: record.currency,
    invoice: {
      status: LIFECYCLES[record.lifecycle],
      reference: record.reference,
      invoiceId: record.id,
    },
  }
}

/** The payments on a case, newest first. */
export const paymentsView = (record: CaseRecord, style: TimeStyle): Payment[] =>
  record.payments.toReversed().map((payment) => paymentView(record, payment, style))
