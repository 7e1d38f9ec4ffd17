import type { World } from '../store/world.ts'

/** Attempts a delivery again whose wait is over. */
export function retry(world: World, id: string): void {
  const delivery = world.outbox.byId(id)
  if (delivery === undefined) return
  delivery.isWaiting = false
  world.debitura.deliveries.of(world).send(delivery)
}
