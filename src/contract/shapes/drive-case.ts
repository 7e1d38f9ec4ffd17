import * as v from 'valibot'
import {
  double,
  int32,
  numberOrNull,
  optionalEmail,
  optionalText,
  publishedNotNull,
  publishedNullable,
  textOrNull,
  timestamp,
  uuid,
} from './field.ts'

/** Body of `POST /test/cases/{id}/advance`; `amount` is required for `Closed:Paid`. */
export const AdvanceRequest = v.object({ to: publishedNullable(v.string()), amount: v.nullish(double) })
/** Body of `POST /test/cases/{id}/advance`. */
export type AdvanceRequest = v.InferInput<typeof AdvanceRequest>

/** What advance did: `advanced` is false when the case was at or past the target already. */
export const AdvanceResult = v.object({ advanced: v.boolean(), state: textOrNull })
/** What advance did. */
export type AdvanceResult = v.InferOutput<typeof AdvanceResult>

const fee = v.optional(v.pipe(double, v.minValue(0)))

/**
 * Body of `POST /cases/{id}/start`: `PendingVerification` to `Active`. One of `userEmail` and `userId` is required.
 * @see Collection Partner API, `POST /cases/{id}/start`
 */
export const StartCaseRequest = v.object({
  welcomeMessage: v.pipe(v.string(), v.maxLength(5000)),
  userId: v.nullish(uuid),
  userEmail: optionalEmail(),
  collectionPartnerReference: optionalText(128),
  assignedUserId: v.nullish(uuid),
  assignedUserEmail: optionalEmail(),
  interestFees: fee,
  reminderFees: fee,
  collectionFees: fee,
})
/** Body of `POST /cases/{id}/start`. */
export type StartCaseRequest = v.InferInput<typeof StartCaseRequest>

/** What start did. */
export const StartCaseResult = v.object({
  caseId: uuid,
  caseReference: textOrNull,
  status: textOrNull,
  activatedAt: timestamp,
  collectionPartnerReference: textOrNull,
})
/** What start did. */
export type StartCaseResult = v.InferOutput<typeof StartCaseResult>

/** Body of `POST /cases/{id}/close`. @see Collection Partner API, `POST /cases/{id}/close` */
export const CloseCaseRequest = v.object({
  closeCode: v.pipe(v.string(), v.minLength(1)),
  comment: optionalText(2000),
})
/** Body of `POST /cases/{id}/close`. */
export type CloseCaseRequest = v.InferInput<typeof CloseCaseRequest>

/** What close did. */
export const CloseCaseResult = v.object({
  caseReference: textOrNull,
  closeCode: textOrNull,
  closeCodeDescription: textOrNull,
  comment: textOrNull,
  closedAt: timestamp,
  closedBy: v.nullish(v.object({ userId: int32, userName: textOrNull }), null),
  finalOutstandingAmount: publishedNotNull(numberOrNull),
  totalPayments: publishedNotNull(numberOrNull),
  totalRecovered: publishedNotNull(numberOrNull),
})
/** What close did. */
export type CloseCaseResult = v.InferOutput<typeof CloseCaseResult>
