import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * Signs a body: HMAC-SHA256 over time and body, in lower-case hex.
 * @param seconds - Unix time, as the header says it
 */
export const digestOf = (
  key: string | Uint8Array,
  seconds: number | string,
  body: string | Uint8Array,
): string => createHmac('sha256', key).update(`${seconds}.`).update(body).digest('hex')

/** The key that a secret stands for: its bytes, which Debitura hands out in Base64. */
export const keyOf = (secret: string): Uint8Array => Buffer.from(secret, 'base64')

/**
 * The header that a delivery is signed with.
 * @param seconds - Unix time
 * @see docs.debitura.com/developer-concepts/webhooks
 */
export const signatureOf = (secret: string, seconds: number, body: string | Uint8Array): string =>
  `t=${seconds},v1=${digestOf(keyOf(secret), seconds, body)}`

/** Whether two digests are the same, in a time that does not tell how far they agree. */
export function sameDigest(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** A time as signatures tell it. */
export const unixSeconds = (time: Date): number => Math.floor(time.getTime() / 1000)
