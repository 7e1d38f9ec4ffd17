import * as v from 'valibot'
import { double, numberOrNull, textOrNull, uuid } from './field.ts'

const fee = v.optional(v.pipe(double, v.minValue(0)))

/** Body of `PUT /cases/{id}/fees`. @see Collection Partner API, `PUT /cases/{id}/fees` */
export const UpdateFeesRequest = v.object({
  grossAmount: v.nullish(v.pipe(double, v.minValue(0))),
  interestFees: fee,
  reminderFees: fee,
  collectionFees: fee,
  confirmPriceChange: v.optional(v.boolean()),
  keepIntentionalRate: v.optional(v.boolean()),
})
/** Body of `PUT /cases/{id}/fees`. */
export type UpdateFeesRequest = v.InferInput<typeof UpdateFeesRequest>

/** What a case amounts to after its fees were replaced. */
export const UpdateFeesResult = v.object({
  caseId: uuid,
  grossAmount: double,
  interestFees: double,
  reminderFees: double,
  collectionFees: double,
  totalAddedFees: double,
  recalculatedSuccessFee: numberOrNull,
  remainder: double,
})
/** What a case amounts to after its fees were replaced. */
export type UpdateFeesResult = v.InferOutput<typeof UpdateFeesResult>

/** Body of a 409 from `PUT /cases/{id}/fees`: nothing was applied, and the new price has to be confirmed. */
export const PriceChangeConfirmation = v.object({
  caseId: uuid,
  confirmationRequired: v.boolean(),
  isIntentionalRate: v.boolean(),
  currentSuccessFee: numberOrNull,
  proposedSuccessFee: double,
  warning: textOrNull,
  message: textOrNull,
})
/** Body of a 409 from `PUT /cases/{id}/fees`. */
export type PriceChangeConfirmation = v.InferOutput<typeof PriceChangeConfirmation>
