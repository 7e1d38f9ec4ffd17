import { notFound } from '../../http/refusal.ts'
import type { Subscription } from '../../store/webhook-table.ts'
import type { World } from '../../store/world.ts'

/** The account's own webhook subscription; otherwise 404. */
export function ownSubscription(world: World, accountId: string, id: string): Subscription {
  const subscription = world.webhooks.byId(id)
  if (subscription?.accountId !== accountId) throw notFound('webhook subscription with this id')
  return subscription
}
