import { notFound, refusal } from '../../http/refusal.ts'
import type { CaseRecord } from '../../store/case-record.ts'
import type { PaymentRecord } from '../../store/payment-record.ts'
import type { World } from '../../store/world.ts'
import { announce } from '../../webhooks/announce.ts'
import { paymentData } from '../../webhooks/event-data.ts'
import { note, reopen } from '../cases/drive-case.ts'
import { remainderOf, sumOf } from './amounts.ts'
import type { NewPayment } from './record-payment.ts'

/** A payment on a case; otherwise 404. */
export function paymentOn(world: World, record: CaseRecord, paymentId: string): PaymentRecord {
  const payment = world.payments.byId(paymentId)
  if (payment?.caseId !== record.id) throw notFound('payment with this id on this case')
  return payment
}

/**
 * Replaces what is known of a payment. No event tells of it.
 * @see Collection Partner API, `PUT /cases/{id}/payments/{paymentId}`
 */
export function editPayment(
  world: World,
  record: CaseRecord,
  payment: PaymentRecord,
  edited: NewPayment,
  mayReopen: boolean,
): void {
  refuseInvoiced(payment)
  const reopens = willReopen(record, sumOf([payment.amount, -edited.amount]), mayReopen)
  const now = world.now()
  const description = `The payment of ${payment.amount.toFixed(2)} ${record.currency} is now ${edited.amount.toFixed(2)}.`
  Object.assign(payment, edited, { dateUpdated: now })
  record.dateUpdated = now
  note(record, {
    date: now,
    type: 'PaymentUpdated',
    title: 'Payment updated',
    description,
    actor: 'Partner user',
  })
  if (reopens) reopen(world, record, 'Partner user')
}

/**
 * Deletes a payment, and tells who subscribed to it.
 * @see Collection Partner API, `DELETE /cases/{id}/payments/{paymentId}`
 */
export function deletePayment(
  world: World,
  record: CaseRecord,
  payment: PaymentRecord,
  mayReopen: boolean,
): undefined {
  refuseInvoiced(payment)
  const reopens = willReopen(record, payment.amount, mayReopen)
  const now = world.now()
  record.payments = record.payments.filter((other) => other !== payment)
  record.latestDeletedPayment = payment
  record.dateUpdated = now
  world.payments.delete(payment)
  const description = `The payment of ${payment.amount.toFixed(2)} ${record.currency} was deleted.`
  note(record, {
    date: now,
    type: 'PaymentDeleted',
    title: 'Payment deleted',
    description,
    actor: 'Partner user',
  })
  announce(world, record, { event: 'payment.deleted', data: paymentData(record, payment) })
  if (reopens) reopen(world, record, 'Partner user')
}

function refuseInvoiced({ platformInvoicing }: PaymentRecord): void {
  if (platformInvoicing !== 'InvoiceIssued' && platformInvoicing !== 'PaymentReceived') return
  throw refusal(
    422,
    'PayoutInvoiced',
    'The payout of this payment was invoiced, so it can no longer be changed.',
  )
}

/** Whether a case that was paid is so no more once so much is taken away; 409 where the caller has not agreed to that. */
function willReopen(record: CaseRecord, takenAway: number, mayReopen: boolean): boolean {
  if (record.lifecycle !== 'Closed' || record.closeCode !== 'Paid') return false
  if (takenAway <= 0 || sumOf([remainderOf(record), takenAway]) <= 0) return false
  if (mayReopen) return true
  const message = 'The case is closed as paid, and this would reopen it. Set reopenCaseIfNeeded to agree.'
  throw refusal(409, 'CaseWouldReopen', message)
}
