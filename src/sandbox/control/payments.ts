import type { Debitura } from '../debitura.ts'
import type { Api } from '../http/api.ts'
import { PaymentStatus, setPaymentStatus } from '../world-view/payment-status.ts'
import { guarded, worldNameOf } from './guarded.ts'
import { readOrder } from './read-order.ts'

/**
 * Payments, over HTTP:
 * - `POST /_sandbox/worlds/{world}/payments/{paymentId}/status`: says how far its invoices have got.
 */
export function servePayments(api: Api, debitura: Debitura): void {
  api.post(
    '/_sandbox/worlds/{world}/payments/{paymentId}/status',
    guarded(async (c) => {
      const status = await readOrder(c, PaymentStatus)
      setPaymentStatus(debitura.worldToRead(worldNameOf(c)), c.req.param('paymentId') ?? '', status)
    }),
  )
}
