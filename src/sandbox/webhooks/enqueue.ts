import { randomUUID } from 'node:crypto'
import type { Delivery } from '../store/outbox.ts'
import type { Subscription } from '../store/webhook-table.ts'
import type { World } from '../store/world.ts'
import { drop } from './drop.ts'

/** An event for one subscription. */
type Letter = Pick<Delivery, 'subjectId' | 'caseId' | 'event' | 'payload' | 'firedAt'> & {
  /** @default false */
  readonly isReplay?: boolean
  /** The row of the log that tells of it already. */
  readonly eventId?: string
}

/**
 * Puts an event into the outbox, and attempts its delivery at once. What a disabled subscription would have got is
 * dropped or kept, by the sandbox's choice.
 */
export function enqueue(world: World, subscription: Subscription, letter: Letter): void {
  if (!subscription.isActive && world.behaviours.eventsWhileDisabled === 'drop') return
  const delivery: Delivery = {
    isReplay: false,
    eventId: randomUUID(),
    ...letter,
    id: randomUUID(),
    subscriptionId: subscription.id,
    createdAt: world.now(),
    sequence: world.sequences.next('event'),
    attempts: 0,
    due: world.clock.milliseconds(),
    isWaiting: false,
  }
  const crowdedOut = world.outbox.add(delivery)
  if (crowdedOut !== undefined) drop(world, crowdedOut)
  if (subscription.isActive) world.debitura.deliveries.of(world).send(delivery)
}
