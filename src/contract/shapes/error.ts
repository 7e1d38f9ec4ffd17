import * as v from 'valibot'
import { SigningHandoff } from './case.ts'
import { int32, publishedNullable, textOrNull } from './field.ts'

/** One broken rule. `type` is what code should read; `solutionUrl` is where a person puts it right. */
export const BusinessError = v.object({ type: textOrNull, message: textOrNull, solutionUrl: textOrNull })
/** One broken rule. */
export type BusinessError = v.InferOutput<typeof BusinessError>

/**
 * The usual error body. `error` and `message` are older; an unhandled 500 has `businessErrors` alone.
 * @see docs.debitura.com/developer-concepts/error-handling
 */
export const ApiError = v.object({
  error: textOrNull,
  message: textOrNull,
  businessErrors: v.nullish(v.array(BusinessError), []),
})
/** The usual error body. */
export type ApiError = v.InferOutput<typeof ApiError>

/** Body of a 422 on create: a business rule was broken. @see Customer API, `POST /cases` */
export const BusinessErrorResponse = v.object({
  businessErrors: v.nullish(v.array(BusinessError), []),
  signingHandoff: v.nullish(SigningHandoff, null),
})
/** Body of a 422 on create. */
export type BusinessErrorResponse = v.InferOutput<typeof BusinessErrorResponse>

/** Body of a 400 about single fields: messages by field name. @see Customer API, `POST /cases` */
export const FieldErrors = v.record(v.string(), v.array(v.string()))
/** Body of a 400 about single fields. */
export type FieldErrors = v.InferOutput<typeof FieldErrors>

/** RFC 7807 body, as ASP.NET writes it for malformed JSON or a value of the wrong type. */
export const ProblemDetails = v.looseObject({
  type: textOrNull,
  title: publishedNullable(v.string()),
  status: v.nullish(int32, null),
  detail: textOrNull,
  instance: textOrNull,
})
/** RFC 7807 body. */
export type ProblemDetails = v.InferOutput<typeof ProblemDetails>

/**
 * Body of a 429. `retryAfter` is in seconds; no header says it.
 * @see docs.debitura.com/developer-concepts/rate-limiting
 */
export const RateLimited = v.object({
  error: v.literal('rate_limit_exceeded'),
  message: v.string(),
  retryAfter: int32,
})
/** Body of a 429. */
export type RateLimited = v.InferOutput<typeof RateLimited>

/** Body of a 409 from `POST /clients`. @see docs.debitura.com/referral-partners, client onboarding conflicts */
export const ClientConflict = v.object({
  type: publishedNullable(v.string()),
  message: textOrNull,
  data: v.nullish(
    v.object({
      externalTenantId: textOrNull,
      onboardingLinks: v.nullish(v.object({ url: textOrNull }), null),
      isAttributedClient: v.optional(v.boolean()),
    }),
    null,
  ),
})
/** Body of a 409 from `POST /clients`. */
export type ClientConflict = v.InferOutput<typeof ClientConflict>
