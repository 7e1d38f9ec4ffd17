import type { Delivery } from '../store/outbox.ts'
import type { World } from '../store/world.ts'

/** Waits before the second attempt and each after it, in seconds. @see docs.debitura.com/referral-partners/integration-guides/webhooks-best-practices */
const WAITS = [60, 120, 240, 480, 960, 1_800, 1_800]

/** Attempts that one event gets. */
export const ATTEMPTS: number = WAITS.length + 1

/** How long a delivery waits after its last attempt, in milliseconds. */
export function retryWait({ behaviours }: World, delivery: Delivery): number {
  const wait = (WAITS[delivery.attempts - 1] ?? 0) * 1_000
  return behaviours.retryJitter === 'none' ? wait : Math.round(wait * (0.9 + 0.2 * lot(delivery)))
}

/** From 0 to 1. An id is random already, so the lot needs no dice. */
const lot = ({ id, attempts }: Delivery): number =>
  Number.parseInt(id.replaceAll('-', '').slice(attempts, attempts + 4), 16) / 0xffff
