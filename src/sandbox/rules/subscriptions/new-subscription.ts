import { randomBytes, randomUUID } from 'node:crypto'
import type { CreateWebhookRequest } from '../../../contract/shapes/index.ts'
import type { Subscription } from '../../store/webhook-table.ts'
import type { World } from '../../store/world.ts'
import { refuseInvalidUrl, refuseUnknownEvents } from './check-subscription.ts'

const SECRET_BYTES = 32

/** Subscribes an account to what happens, or refuses. */
export function newSubscription(
  world: World,
  accountId: string,
  request: CreateWebhookRequest,
): Subscription {
  refuseInvalidUrl(request.url)
  refuseUnknownEvents(world, accountId, request.events)
  const now = world.now()
  const subscription: Subscription = {
    id: randomUUID(),
    accountId,
    url: request.url,
    events: [...new Set(request.events)],
    isTestMode: request.isTestMode ?? false,
    isActive: true,
    disabledReason: null,
    failures: 0,
    secret: newSecret(),
    created: now,
    updated: now,
  }
  world.webhooks.add(subscription)
  return subscription
}

/** A fresh secret: Base64 of random bytes. */
export const newSecret = (): string => randomBytes(SECRET_BYTES).toString('base64')
