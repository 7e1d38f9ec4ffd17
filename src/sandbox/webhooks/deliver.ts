import type { Delivery } from '../store/outbox.ts'
import type { Subscription } from '../store/webhook-table.ts'
import type { World } from '../store/world.ts'
import { type AttemptResult, attempt } from './attempt.ts'
import { disable, setAside } from './disable.ts'
import { logAttempt } from './log-attempt.ts'
import { ATTEMPTS, retryWait } from './retry-schedule.ts'
import { signingTime } from './signing-time.ts'

const GONE = 410

/**
 * Attempts a delivery once, and arranges what comes of it: the end, another attempt, or a subscription disabled.
 * @see docs.debitura.com/referral-partners/integration-guides/webhooks-best-practices
 */
export async function deliver(world: World, delivery: Delivery, stop: AbortSignal): Promise<void> {
  const subscription = world.webhooks.byId(delivery.subscriptionId)
  if (subscription === undefined || isDropped(world, delivery)) return
  if (!subscription.isActive) {
    setAside(world, delivery)
    return
  }
  const parcel = {
    url: subscription.url,
    secret: subscription.secret,
    event: delivery.event,
    body: delivery.payload,
    firedAt: new Date(delivery.firedAt),
    signedAt: signingTime(world),
    mark: delivery.isReplay ? 'replay' : null,
  } as const
  const result = await attempt(parcel, world.behaviours.deliverBeyondLoopback, stop)
  // What was deleted in the meantime leaves no trace.
  if (stop.aborted || isDropped(world, delivery)) return
  delivery.attempts += 1
  logAttempt(world, subscription, delivery, result)
  follow(world, subscription, delivery, result)
}

const isDropped = (world: World, delivery: Delivery) => world.outbox.byId(delivery.id) !== delivery

function follow(
  world: World,
  subscription: Subscription,
  delivery: Delivery,
  { status, error }: AttemptResult,
): void {
  if (error === null) {
    subscription.failures = 0
    world.outbox.delete(delivery)
    return
  }
  subscription.failures += 1
  if (status === GONE || delivery.attempts >= ATTEMPTS) world.outbox.delete(delivery)
  else if (subscription.isActive) tryAgain(world, delivery)
  else setAside(world, delivery)
  const reason = disablingReason(world, subscription, delivery, status)
  if (reason !== undefined) disable(world, subscription, reason)
}

function tryAgain(world: World, delivery: Delivery): void {
  // From moment to moment, so that a receiver's slowness does not move the schedule.
  delivery.due += retryWait(world, delivery)
  delivery.isWaiting = true
  world.agenda.add({ at: delivery.due, kind: 'delivery', id: delivery.id })
}

/** Why Debitura disables a subscription after a failure; `undefined` where it does not. */
function disablingReason(
  { behaviours }: World,
  { failures }: Subscription,
  { attempts }: Delivery,
  status: number | null,
): string | undefined {
  if (status === GONE) return 'Endpoint returned 410 Gone'
  const counted = behaviours.autoDisable === 'any-event' ? failures : attempts
  return counted >= ATTEMPTS ? `Exceeded maximum retry attempts (${ATTEMPTS} failures)` : undefined
}
