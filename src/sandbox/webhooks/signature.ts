import { createHmac } from 'node:crypto'
import type { World } from '../store/world.ts'

/**
 * Signs a delivery: HMAC-SHA256 over time and body, with the secret's bytes as the key.
 * @param seconds - Unix time
 * @see docs.debitura.com/developer-concepts/webhooks
 */
export function signatureOf(secret: string, seconds: number, body: string): string {
  const key = Buffer.from(secret, 'base64')
  return `t=${seconds},v1=${createHmac('sha256', key).update(`${seconds}.${body}`).digest('hex')}`
}

/** When a delivery is signed: receivers compare it with their own clock, which is the machine's. */
export const signingTime = ({ behaviours, clock, debitura }: World): Date =>
  behaviours.signatureTime === 'world' ? clock.now() : debitura.settings.now()
