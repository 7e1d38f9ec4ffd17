import type {
  ApiError,
  BusinessError,
  BusinessErrorResponse,
  FieldErrors,
  ProblemDetails,
  RateLimited,
} from '../../contract/shapes/index.ts'

/** An answer with an error status, thrown by whoever finds that the request cannot be served. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly status: number
  readonly body: unknown
  readonly headers: Readonly<Record<string, string>>

  constructor(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}) {
    super(`Refused with ${status}: ${messageIn(body)}`)
    this.status = status
    this.body = body
    this.headers = headers
  }
}

/** What a body says, for a person who meets the refusal as an error. */
function messageIn(body: unknown): string {
  const { message } = Object(body) as { readonly message?: unknown }
  return typeof message === 'string' ? message : JSON.stringify(body)
}

/**
 * A refusal in Debitura's usual shape: the older `error` and `message`, and the newer `businessErrors`.
 * @see docs.debitura.com/developer-concepts/error-handling
 */
export function refusal(
  status: number,
  type: string,
  message: string,
  headers?: Readonly<Record<string, string>>,
): Refusal {
  const body: ApiError = {
    error: type,
    message,
    businessErrors: [{ type, message, solutionUrl: null }],
  }
  return new Refusal(status, body, headers)
}

/** 400 about the request as a whole. */
export const badRequest = (type: string, message: string) => refusal(400, type, message)

/** 404: unknown, or another account's. */
export const notFound = (what: string) => refusal(404, 'NotFound', `No ${what} was found for this account.`)

/** 400 about single fields. */
export const invalidFields = (fields: FieldErrors) => new Refusal(400, fields)

/** A refusal in ASP.NET's own shape. */
export function problem(status: number, title: string, detail: string): Refusal {
  const body: ProblemDetails = { type: null, title, status, detail, instance: null }
  return new Refusal(status, body)
}

/** 400 in ASP.NET's own shape: the request could not be read at all. */
export const unreadable = (detail: string) => problem(400, 'One or more validation errors occurred.', detail)

/** 422: business rules are broken. `combinedSigningUrl` is where a person puts all of it right. */
export function brokenRules(
  businessErrors: readonly BusinessError[],
  combinedSigningUrl: string | null,
): Refusal {
  const body: BusinessErrorResponse = {
    businessErrors: [...businessErrors],
    signingHandoff: combinedSigningUrl === null ? null : { combinedSigningUrl },
  }
  return new Refusal(422, body)
}

/** 422: a business rule is broken, and nobody can put it right by signing. */
export const brokenRule = (type: string, message: string): Refusal =>
  brokenRules([{ type, message, solutionUrl: null }], null)

/**
 * A failure: it carries `businessErrors` alone.
 * @see docs.debitura.com/developer-concepts/error-handling
 */
export const internalError = (status: number, type: string, message: string) =>
  new Refusal(status, { businessErrors: [{ type, message, solutionUrl: null }] })

/** 429. @param seconds - how long to wait; only the body says it */
export function rateLimited(seconds: number): Refusal {
  const body: RateLimited = {
    error: 'rate_limit_exceeded',
    message: 'Too many requests. Wait before the next one.',
    retryAfter: seconds,
  }
  return new Refusal(429, body)
}
