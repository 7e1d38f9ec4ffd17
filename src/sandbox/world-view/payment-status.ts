import * as v from 'valibot'
import { COMMISSION_STATUSES, PLATFORM_INVOICING, REFERRAL_INVOICING } from '../../contract/words/index.ts'
import { notFound } from '../http/refusal.ts'
import type { World } from '../store/world.ts'

/** How far the invoices that follow from a payment have got. No operation leads there. */
export const PaymentStatus = v.strictObject({
  commission: v.optional(v.picklist(COMMISSION_STATUSES)),
  platformInvoicing: v.optional(v.picklist(PLATFORM_INVOICING)),
  referralInvoicing: v.optional(v.picklist(REFERRAL_INVOICING)),
})
/** How far the invoices that follow from a payment have got. No operation leads there. */
export type PaymentStatus = v.InferInput<typeof PaymentStatus>

/** Puts a payment in the given state; what is left out stays as it is. */
export function setPaymentStatus(world: World, paymentId: string, status: PaymentStatus): void {
  const payment = world.payments.byId(paymentId)
  if (payment === undefined) throw notFound('payment with this id')
  payment.commission = status.commission ?? payment.commission
  payment.platformInvoicing = status.platformInvoicing ?? payment.platformInvoicing
  payment.referralInvoicing = status.referralInvoicing ?? payment.referralInvoicing
}
