import * as v from 'valibot'
import { double, optionalText, textOrNull, timestamp, timestampOrNull, uuid } from './field.ts'
import { Page } from './page.ts'

/** The case that a payment is on. Debitura calls a case an invoice here; `status` is its lifecycle. */
const PaymentCase = v.object({ status: textOrNull, reference: textOrNull, invoiceId: uuid })

/** A payment on a case (`PaymentDto`). @see Customer API, `GET /cases/{id}/payments` */
export const Payment = v.object({
  id: uuid,
  dateCreated: timestamp,
  dateUpdated: timestampOrNull,
  date: timestamp,
  grossAmount: double,
  recipient: textOrNull,
  method: textOrNull,
  currency: textOrNull,
  invoice: PaymentCase,
})
/** A payment on a case. */
export type Payment = v.InferOutput<typeof Payment>

/** A page of the payments on all cases of an account. @see Customer API, `GET /Payments` */
export const PaymentList = v.object({ page: Page, payments: v.nullish(v.array(Payment), []) })
/** A page of the payments on all cases of an account. */
export type PaymentList = v.InferOutput<typeof PaymentList>

const paymentAmount = v.pipe(double, v.minValue(0.01))
const payout = v.nullish(v.pipe(double, v.minValue(0)))
const recipient = v.pipe(v.string(), v.minLength(1))

/**
 * Body of `POST /cases/{id}/payments`. The two payouts are given together, or computed from the success fee.
 * @see Collection Partner API, `POST /cases/{id}/payments`
 */
export const CreatePaymentRequest = v.object({
  date: timestamp,
  paymentAmount,
  payoutCreditor: payout,
  payoutCollectionPartner: payout,
  paymentRecipient: recipient,
  commissionPaymentStatus: optionalText(),
  closeCase: v.optional(v.boolean()),
  createUnpaidCommissionFollowUp: v.optional(v.boolean()),
})
/** Body of `POST /cases/{id}/payments`. */
export type CreatePaymentRequest = v.InferInput<typeof CreatePaymentRequest>

/** What recording a payment did. `warnings` is empty where there is nothing to warn of. */
export const CreatePaymentResult = v.object({
  paymentId: uuid,
  caseReference: textOrNull,
  date: timestamp,
  paymentAmount: double,
  payoutCreditor: double,
  payoutCollectionPartner: double,
  paymentRecipient: textOrNull,
  commissionPaymentStatus: textOrNull,
  closeCase: v.boolean(),
  caseClosed: v.boolean(),
  closeCode: textOrNull,
  remainingAmount: double,
  warnings: v.nullish(v.array(v.string()), []),
})
/** What recording a payment did. */
export type CreatePaymentResult = v.InferOutput<typeof CreatePaymentResult>

/**
 * Body of `PUT /cases/{id}/payments/{paymentId}`, and of the same on managed cases.
 * @see Collection Partner API, `PUT /cases/{id}/payments/{paymentId}`
 */
export const UpdatePaymentRequest = v.object({
  date: timestamp,
  paymentAmount,
  payoutCreditor: payout,
  payoutCollectionPartner: payout,
  paymentRecipient: recipient,
  commissionPaymentStatus: optionalText(),
  reopenCaseIfNeeded: v.optional(v.boolean()),
})
/** Body of `PUT /cases/{id}/payments/{paymentId}`. */
export type UpdatePaymentRequest = v.InferInput<typeof UpdatePaymentRequest>

/** Body of `POST /managed-cases/{id}/payments`. @see Collection Partner API, `POST /managed-cases/{id}/payments` */
export const CreateManagedPaymentRequest = v.object({
  date: timestamp,
  paymentAmount,
  closeCase: v.optional(v.boolean()),
})
/** Body of `POST /managed-cases/{id}/payments`. */
export type CreateManagedPaymentRequest = v.InferInput<typeof CreateManagedPaymentRequest>

/** What recording a payment on a managed case did. */
export const CreateManagedPaymentResult = v.object({
  paymentId: uuid,
  caseReference: textOrNull,
  date: timestamp,
  paymentAmount: double,
  caseClosed: v.boolean(),
  remainingAmount: double,
})
/** What recording a payment on a managed case did. */
export type CreateManagedPaymentResult = v.InferOutput<typeof CreateManagedPaymentResult>
