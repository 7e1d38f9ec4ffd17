import { array, boolean, optional } from 'valibot'
import { ApiError } from '../../shapes/error.ts'
import {
  CreateManagedPaymentRequest,
  CreateManagedPaymentResult,
  CreatePaymentRequest,
  CreatePaymentResult,
  Payment,
  UpdatePaymentRequest,
} from '../../shapes/payment.ts'
import { operation } from '../operation.ts'

const READ_REFUSALS = { 400: ApiError, 404: ApiError } as const
const CHANGE_REFUSALS = { 400: ApiError, 404: ApiError, 409: ApiError, 422: ApiError, 500: ApiError } as const

/**
 * Payments on the cases that a partner collects, and on those that it manages: on the latter only where they are test
 * cases.
 */
export const payments = {
  createPayment: operation({
    method: 'POST',
    path: '/cases/{id}/payments',
    safety: 'keyed',
    body: CreatePaymentRequest,
    success: [200],
    answer: CreatePaymentResult,
    // 409 says that a request with the same key is under way, 422 that the key came with another body.
    refusals: CHANGE_REFUSALS,
  }),
  updatePayment: operation({
    method: 'PUT',
    path: '/cases/{id}/payments/{paymentId}',
    safety: 'idempotent',
    body: UpdatePaymentRequest,
    success: [200],
    answer: Payment,
    refusals: CHANGE_REFUSALS,
  }),
  deletePayment: operation({
    method: 'DELETE',
    path: '/cases/{id}/payments/{paymentId}',
    safety: 'idempotent',
    query: { reopenCaseIfNeeded: optional(boolean(), false) },
    success: [204],
    refusals: CHANGE_REFUSALS,
  }),
  listManagedPayments: operation({
    method: 'GET',
    path: '/managed-cases/{id}/payments',
    safety: 'read',
    success: [200],
    answer: array(Payment),
    refusals: READ_REFUSALS,
  }),
  createManagedPayment: operation({
    method: 'POST',
    path: '/managed-cases/{id}/payments',
    safety: 'once',
    body: CreateManagedPaymentRequest,
    success: [200],
    answer: CreateManagedPaymentResult,
    refusals: { 400: ApiError, 404: ApiError, 500: ApiError },
  }),
  updateManagedPayment: operation({
    method: 'PUT',
    path: '/managed-cases/{id}/payments/{paymentId}',
    safety: 'idempotent',
    body: UpdatePaymentRequest,
    success: [200],
    answer: Payment,
    refusals: CHANGE_REFUSALS,
  }),
  deleteManagedPayment: operation({
    method: 'DELETE',
    path: '/managed-cases/{id}/payments/{paymentId}',
    safety: 'idempotent',
    query: { reopenCaseIfNeeded: optional(boolean(), false) },
    success: [204],
    refusals: CHANGE_REFUSALS,
  }),
} as const
