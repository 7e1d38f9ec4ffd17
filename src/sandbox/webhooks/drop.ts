import type { Delivery } from '../store/outbox.ts'
import type { World } from '../store/world.ts'

/** Drops what was and what would be delivered about a case, or about a client by its link. */
export function dropAbout(world: World, subjectId: string): void {
  for (const delivery of world.outbox.about(subjectId)) drop(world, delivery)
  for (const row of world.events.about(subjectId)) world.events.delete(row)
}

/** Drops what was and what would be delivered to a subscription. */
export function dropTo(world: World, subscriptionId: string): void {
  for (const delivery of world.outbox.to(subscriptionId)) drop(world, delivery)
  for (const row of world.events.to(subscriptionId)) world.events.delete(row)
  world.debitura.deliveries.of(world).forget(subscriptionId)
}

/** Drops what would be delivered, and all that was arranged for it. */
export function drop(world: World, delivery: Delivery): void {
  world.agenda.cancel('delivery', delivery.id)
  world.outbox.delete(delivery)
  world.debitura.deliveries.of(world).drop(delivery)
}
