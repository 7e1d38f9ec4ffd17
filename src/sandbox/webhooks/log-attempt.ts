import type { Delivery } from '../store/outbox.ts'
import type { Subscription } from '../store/webhook-table.ts'
import type { World } from '../store/world.ts'
import type { AttemptResult } from './attempt.ts'

/** Writes down an attempt: the first one makes a row, and those after it change the row. */
export function logAttempt(
  world: World,
  { accountId }: Subscription,
  delivery: Delivery,
  { status, error }: AttemptResult,
): void {
  const row = world.events.byId(delivery.eventId)
  const outcome = {
    attemptCount: row === undefined ? delivery.attempts : row.attemptCount + 1,
    deliveredAt: error === null ? world.now() : (row?.deliveredAt ?? null),
    lastResponseCode: status,
    lastError: error,
  }
  if (row !== undefined) {
    Object.assign(row, outcome)
    return
  }
  const { eventId, sequence, subscriptionId, subjectId, caseId, event, payload, firedAt, createdAt } =
    delivery
  world.events.add({
    id: eventId,
    sequence,
    subscriptionId,
    accountId,
    subjectId,
    caseId,
    event,
    payload,
    firedAt,
    createdAt,
    ...outcome,
  })
}
