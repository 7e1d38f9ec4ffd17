import { randomUUID } from 'node:crypto'
import type { CommissionStatus, PaymentRecipient } from '../../../contract/words/index.ts'
import type { CaseRecord, TimelineEntry } from '../../store/case-record.ts'
import type { PaymentRecord, Payout } from '../../store/payment-record.ts'
import type { World } from '../../store/world.ts'
import { announce } from '../../webhooks/announce.ts'
import { paymentData } from '../../webhooks/event-data.ts'
import { note } from '../cases/drive-case.ts'
import { remainderOf } from './amounts.ts'

/** A payment that was checked. */
export interface NewPayment {
  readonly date: string
  readonly amount: number
  readonly recipient: PaymentRecipient
  readonly payout: Payout
  readonly commission: CommissionStatus
}

/** A payment that went to the creditor as a whole, and whose commission is still to come. */
export const paidToCreditor = (amount: number, date: string): NewPayment => ({
  date,
  amount,
  recipient: 'Creditor',
  payout: { creditor: amount, collectionPartner: 0 },
  commission: 'Unpaid',
})

/** Records a payment on a case, and tells who subscribed to it. */
export function recordPayment(
  world: World,
  record: CaseRecord,
  { payout, ...paid }: NewPayment,
  actor: TimelineEntry['actor'],
): PaymentRecord {
  const now = world.now()
  const payment: PaymentRecord = {
    id: randomUUID(),
    caseId: record.id,
    accountId: record.accountId,
    dateCreated: now,
    dateUpdated: null,
    ...paid,
    payout: { ...payout },
    platformInvoicing: 'NotInvoiced',
    referralInvoicing: 'Pending',
    placeInAccount: -1,
  }
  record.payments = [...record.payments, payment]
  record.dateUpdated = now
  world.payments.add(payment)
  const description = `${payment.amount.toFixed(2)} ${record.currency} were paid.`
  note(record, { date: now, type: 'PaymentRegistered', title: 'Payment registered', description, actor })
  announce(world, record, { event: 'payment.created', data: paymentData(record, payment) })
  return payment
}

/** What somebody who records a payment should know of it. To be asked before it is recorded. */
export function paymentWarnings(record: CaseRecord, { payout }: NewPayment): string[] {
  return [
    ...(payout.creditor === 0 ? ['The creditor gets nothing of this payment.'] : []),
    ...(remainderOf(record) <= 0 ? ['Nothing was outstanding on the case before this payment.'] : []),
  ]
}
