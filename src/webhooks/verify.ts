import type { EventPayload } from '../contract/shapes/index.ts'
import type { ApiName } from '../contract/words/index.ts'
import { DebituraTestkitError } from '../errors/index.ts'
import { checkSignature, type HeaderValue } from './check-signature.ts'
import type { Secret } from './secret.ts'

/** How to verify. */
export interface VerifyOptions {
  /** What time it is for the receiver. @default now */
  readonly now?: Date | undefined
}

/**
 * Verifies a delivery as Debitura tells receivers to, and reads it. What the fields of an event are is Debitura's
 * word: they are not looked into. Name the API whose subscription it is, for the types of its payloads alone.
 * @param rawBody - as it arrived, before anything parsed it
 * @param header - `X-Debitura-Signature`
 * @param secret - of the subscription, in Base64
 * @throws DebituraTestkitError `DBT_SIGNATURE`, which says what is wrong with it
 * @see docs.debitura.com/developer-concepts/webhooks
 * @example
 * ```ts
 * const event = verify<'customer'>(await request.text(), request.headers.get('X-Debitura-Signature'), secret)
 * if (event.event === 'case.closed') expect(event.data.closeCode).toBe('Paid')
 * ```
 */
export function verify<Api extends ApiName = ApiName>(
  rawBody: string | Uint8Array,
  header: HeaderValue,
  secret: Secret,
  { now }: VerifyOptions = {},
): EventPayload<Api> {
  const verdict = checkSignature(rawBody, header, secret, now)
  if (!verdict.ok) throw refusal(verdict.why, verdict.todo)
  const event = parsed(rawBody)
  if (!isEvent(event)) {
    throw refusal('the signature is right, and the body is no event', 'Sign an event, such as a `sample()`')
  }
  // Signed with the secret, so it is what the signer says; which fields Debitura sends is published.
  return event as EventPayload<Api>
}

function parsed(body: string | Uint8Array): unknown {
  try {
    return JSON.parse(
      typeof body === 'string' ? body : new TextDecoder('utf-8', { fatal: true }).decode(body),
    )
  } catch (cause) {
    throw refusal('the signature is right, and the body is not JSON', 'Sign the JSON of an event', cause)
  }
}

const isEvent = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'event' in value && typeof value.event === 'string'

const refusal = (why: string, todo: string, cause?: unknown) =>
  new DebituraTestkitError({
    code: 'DBT_SIGNATURE',
    what: 'Failed to verify a webhook delivery',
    why,
    todo,
    cause,
  })
