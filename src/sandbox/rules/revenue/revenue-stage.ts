import type { RevenueStage } from '../../../contract/words/index.ts'
import type { PaymentRecord } from '../../store/payment-record.ts'
import type { World } from '../../store/world.ts'

/** The stage that the revenue of a payment is at; `undefined` once it was credited, and there is none. */
export function revenueStageOf(payment: PaymentRecord): RevenueStage | undefined {
  const { commission, platformInvoicing, referralInvoicing } = payment
  if (referralInvoicing === 'Disputed') return 'disputed'
  if (referralInvoicing === 'Paid') return 'paid'
  if (referralInvoicing === 'Invoiced') return 'awaitingDebituraPayment'
  if (commission === 'Credited' || platformInvoicing === 'InvoiceCredited') return undefined
  if (platformInvoicing === 'PaymentReceived') return 'readyToInvoiceDebitura'
  if (platformInvoicing === 'InvoiceIssued') return 'awaitingCollectionPartnerPayment'
  return commission === 'Paid' ? 'confirmedPendingInvoice' : 'pending'
}

/**
 * Whether the referral fee on a payment counts as earned: with `PayWhenPaid` once the collection partner has paid
 * Debitura, with `ConfirmedPipeline` as soon as the commission is certain.
 */
export function isRecognized({ referralPartner }: World, payment: PaymentRecord): boolean {
  const stage = revenueStageOf(payment)
  if (stage === undefined || stage === 'pending' || stage === 'disputed') return false
  if (referralPartner.invoicingTriggerMode === 'ConfirmedPipeline') return true
  return stage !== 'confirmedPendingInvoice' && stage !== 'awaitingCollectionPartnerPayment'
}
