import type { Webhook, WebhookEvent } from '../../contract/shapes/index.ts'
import type { EventRow } from '../store/event-log.ts'
import type { Subscription } from '../store/webhook-table.ts'
import { type TimeStyle, written, writtenOrNull } from './timestamp.ts'

/** A subscription; its secret is shown once, to whoever made it. */
export function webhookView(
  subscription: Subscription,
  secret: 'shown' | 'hidden',
  style: TimeStyle,
): Webhook {
  return {
    id: subscription.id,
    url: subscription.url,
    events: [...subscription.events],
    isActive: subscription.isActive,
    createdUtc: written(subscription.created, style),
    updatedUtc: written(subscription.updated, style),
    disabledReason: subscription.disabledReason,
    secret: secret === 'shown' ? subscription.secret : null,
    isTestMode: subscription.isTestMode,
  }
}

/** What was delivered to one subscription. */
export function eventView(row: EventRow, style: TimeStyle): WebhookEvent {
  return {
    id: row.id,
    subscriptionId: row.subscriptionId,
    caseId: row.caseId,
    eventType: row.event,
    payload: row.payload,
    createdAt: written(row.createdAt, style),
    deliveredAt: writtenOrNull(row.deliveredAt, style),
    attemptCount: row.attemptCount,
    lastResponseCode: row.lastResponseCode,
    lastError: row.lastError,
  }
}
