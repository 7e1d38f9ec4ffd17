import type { Subscription } from '../../store/webhook-table.ts'
import type { World } from '../../store/world.ts'
import { dropTo } from '../../webhooks/drop.ts'

/** Removes a webhook subscription, with the log of what it was sent. */
export function removeSubscription(world: World, subscription: Subscription): undefined {
  world.webhooks.delete(subscription)
  dropTo(world, subscription.id)
}
