import type { Delivery } from '../store/outbox.ts'
import type { Subscription } from '../store/webhook-table.ts'
import type { World } from '../store/world.ts'

/** Disables a subscription: nothing more is attempted. `reason` is `null` where its owner does. */
export function disable(world: World, subscription: Subscription, reason: string | null): void {
  if (!subscription.isActive) return
  subscription.isActive = false
  subscription.disabledReason = reason
  subscription.updated = world.now()
  // What is under way is set aside by whoever carries it.
  for (const delivery of world.outbox.to(subscription.id)) if (delivery.isWaiting) setAside(world, delivery)
}

/** Enables a subscription, and delivers what was kept for it. */
export function enable(world: World, subscription: Subscription): void {
  if (subscription.isActive) return
  subscription.isActive = true
  subscription.disabledReason = null
  subscription.failures = 0
  for (const delivery of world.outbox.to(subscription.id)) {
    delivery.due = world.clock.milliseconds()
    world.debitura.deliveries.of(world).send(delivery)
  }
}

/** Does with a delivery to a disabled subscription what the sandbox's choice is: drops or keeps it. */
export function setAside(world: World, delivery: Delivery): void {
  world.agenda.cancel('delivery', delivery.id)
  delivery.isWaiting = false
  if (world.behaviours.eventsWhileDisabled === 'drop') world.outbox.delete(delivery)
}
