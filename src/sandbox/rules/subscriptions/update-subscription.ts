import type { UpdateWebhookRequest } from '../../../contract/shapes/index.ts'
import type { Subscription } from '../../store/webhook-table.ts'
import type { World } from '../../store/world.ts'
import { disable, enable } from '../../webhooks/disable.ts'
import { refuseInvalidUrl, refuseUnknownEvents } from './check-subscription.ts'
import { newSecret } from './new-subscription.ts'

/**
 * Changes a subscription in what is given, or refuses and changes nothing. What is under way goes on, to the new URL
 * and signed with the new secret from its next attempt on.
 */
export function updateSubscription(
  world: World,
  subscription: Subscription,
  { url, events, isActive, isTestMode, regenerateSecret = false }: UpdateWebhookRequest,
): void {
  if (url != null) refuseInvalidUrl(url)
  if (events != null) refuseUnknownEvents(world, subscription.accountId, events)
  subscription.url = url ?? subscription.url
  subscription.events = events == null ? subscription.events : [...new Set(events)]
  subscription.isTestMode = isTestMode ?? subscription.isTestMode
  if (regenerateSecret) subscription.secret = newSecret()
  if (isActive === false) disable(world, subscription, null)
  if (isActive === true) enable(world, subscription)
  subscription.updated = world.now()
}
