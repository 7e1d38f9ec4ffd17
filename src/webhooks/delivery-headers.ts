import { WEBHOOK_HEADERS } from '../contract/words/index.ts'
import { signatureOf, unixSeconds } from './signature.ts'

/** What the headers of a delivery tell of it. */
export interface Delivered {
  readonly body: string | Uint8Array
  readonly secret: string
  readonly event: string | undefined
  /** When the event fired. */
  readonly firedAt: Date
  /** When it is signed. */
  readonly signedAt: Date
  /** What a receiver is told by a header of its own: a ping, or something that is delivered anew. */
  readonly mark: 'test' | 'replay' | null
}

/** Headers of a delivery, as an object that `fetch` and the like take. */
export type DeliveryHeaders = Readonly<Record<string, string>> & {
  readonly 'Content-Type': 'application/json'
  readonly 'X-Debitura-Signature': string
  readonly 'X-Debitura-Timestamp': string
}

/**
 * The headers that Debitura sends with a delivery.
 * @see docs.debitura.com/developer-concepts/webhooks
 */
export const deliveryHeaders = ({
  body,
  secret,
  event,
  firedAt,
  signedAt,
  mark,
}: Delivered): DeliveryHeaders => ({
  'Content-Type': 'application/json',
  ...(event === undefined ? {} : { [WEBHOOK_HEADERS.event]: event }),
  [WEBHOOK_HEADERS.timestamp]: String(unixSeconds(firedAt)),
  [WEBHOOK_HEADERS.signature]: signatureOf(secret, unixSeconds(signedAt), body),
  ...(mark === null ? {} : { [WEBHOOK_HEADERS[mark]]: 'true' }),
})
