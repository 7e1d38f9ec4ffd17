import type { WebhookEvent } from '../../contract/shapes/index.ts'
import type { Query } from '../http/query.ts'
import { badRequest } from '../http/refusal.ts'
import type { World } from '../store/world.ts'
import { readStyle } from '../views/timestamp.ts'
import { eventView } from '../views/webhook-view.ts'

/**
 * What was delivered about a case to the account's subscriptions, newest first.
 * @see Customer API, `GET /webhooks/events`
 */
export function eventList(world: World, accountId: string, query: Query): WebhookEvent[] {
  const caseId = query.text('caseId')
  if (caseId === undefined || caseId === '') throw badRequest('MissingCaseId', 'caseId is required.')
  const since = query.time('since')
  const style = readStyle(world)
  return world.events
    .ofCase(caseId.toLowerCase(), accountId)
    .filter(({ createdAt }) => since === undefined || createdAt >= since)
    .map((row) => eventView(row, style))
}
