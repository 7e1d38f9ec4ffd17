import { optional } from 'valibot'
import { ApiError } from '../../shapes/error.ts'
import { int32 } from '../../shapes/field.ts'
import { Payment, PaymentList } from '../../shapes/payment.ts'
import { operation } from '../operation.ts'

/** What was paid on all cases of the caller. The payments on one case are with the case. */
export const payments = {
  listAllPayments: operation({
    method: 'GET',
    path: '/Payments',
    safety: 'read',
    query: { Page: optional(int32, 1), PageSize: optional(int32, 10) },
    success: [200],
    answer: PaymentList,
    refusals: { 400: ApiError },
  }),
  getPayment: operation({
    method: 'GET',
    path: '/Payments/{id}',
    safety: 'read',
    success: [200],
    answer: Payment,
    refusals: { 400: ApiError, 404: ApiError },
  }),
} as const
