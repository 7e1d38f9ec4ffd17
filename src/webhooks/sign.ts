import { utc } from '../contract/words/index.ts'
import { DebituraTestkitError } from '../errors/index.ts'
import { type DeliveryHeaders, deliveryHeaders } from './delivery-headers.ts'
import { isSecret, problemOfSecret, SECRET_TODO, type Secret } from './secret.ts'

/** How to sign. */
export interface SignOptions {
  /** When it is signed; another time than now makes a delivery that is too old, or of the future. @default now */
  readonly at?: Date | undefined
  /** A ping has a header `X-Debitura-Test`, and what is delivered anew `X-Debitura-Replay`. */
  readonly mark?: 'test' | 'replay' | undefined
}

/** A delivery as a receiver gets it. */
export interface SignedDelivery<Body extends string | Uint8Array = string> {
  readonly body: Body
  readonly headers: DeliveryHeaders
}

/**
 * Signs a payload as Debitura signs what it delivers. Text and bytes are signed as they are, so that a body can be
 * what no event is.
 * @param secret - as of a subscription: Base64 of any bytes
 * @throws DebituraTestkitError `DBT_SIGNATURE` for a secret that is not Base64; `DBT_INVALID_PAYLOAD` for what cannot be JSON
 * @example
 * ```ts
 * const { body, headers } = sign(sample('case.closed'), secret)
 * const response = await handler(new Request('http://localhost/hook', { method: 'POST', body, headers }))
 * ```
 */
export function sign(payload: Uint8Array, secret: Secret, options?: SignOptions): SignedDelivery<Uint8Array>
export function sign(payload: object | string, secret: Secret, options?: SignOptions): SignedDelivery
export function sign(
  payload: object | string | Uint8Array,
  secret: Secret,
  { at = new Date(), mark }: SignOptions = {},
): SignedDelivery<string | Uint8Array> {
  if (!isSecret(secret)) {
    throw failed({ code: 'DBT_SIGNATURE', why: problemOfSecret(secret), todo: SECRET_TODO })
  }
  if (Number.isNaN(at.getTime())) {
    throw failed({
      code: 'DBT_INVALID_PAYLOAD',
      why: '`at` is not a time',
      todo: 'Give a valid `Date`, or leave it out',
    })
  }
  const body = typeof payload === 'string' || isBytes(payload) ? payload : toJson(payload)
  const { event, timestamp } = fieldsOf(body)
  const headers = deliveryHeaders({
    body,
    secret,
    event: typeof event === 'string' && HEADER_TEXT.test(event) ? event : undefined,
    firedAt: timeOf(timestamp) ?? at,
    signedAt: at,
    mark: mark ?? null,
  })
  return { body, headers }
}

/** What a header can carry. */
const HEADER_TEXT = /^[\x21-\x7e]+$/

/** By its form: under a simulated browser, bytes may come from another realm. */
const isBytes = (payload: object): payload is Uint8Array => ArrayBuffer.isView(payload)

function toJson(payload: object): string {
  let cause: unknown
  try {
    // What `JSON` makes of a function is undefined, whatever its type says.
    const text: string | undefined = JSON.stringify(payload)
    if (text !== undefined) return text
  } catch (error) {
    cause = error
  }
  throw failed({
    code: 'DBT_INVALID_PAYLOAD',
    why: 'the payload cannot be written as JSON',
    todo: 'Give an object of plain fields, or the body as text or bytes',
    cause,
  })
}

/** As much of an event as is in a body; nothing where it is no JSON object. */
function fieldsOf(body: string | Uint8Array): { readonly event?: unknown; readonly timestamp?: unknown } {
  try {
    return Object(JSON.parse(typeof body === 'string' ? body : new TextDecoder().decode(body)))
  } catch {
    // A body that is no JSON can be signed as well; it only has no event to name.
    return {}
  }
}

function timeOf(timestamp: unknown): Date | undefined {
  const time = typeof timestamp === 'string' ? utc(timestamp) : Number.NaN
  return Number.isNaN(time) ? undefined : new Date(time)
}

const failed = (parts: {
  readonly code: 'DBT_SIGNATURE' | 'DBT_INVALID_PAYLOAD'
  readonly why: string
  readonly todo: string
  readonly cause?: unknown
}) => new DebituraTestkitError({ ...parts, what: 'Failed to sign a webhook payload' })
