import type { FireWebhookRequest, FireWebhookResult } from '../../../contract/shapes/index.ts'
import { API_EVENTS, type CaseEvent } from '../../../contract/words/index.ts'
import { badRequest, notFound, refusal } from '../../http/refusal.ts'
import type { CaseRecord } from '../../store/case-record.ts'
import type { Subscription } from '../../store/webhook-table.ts'
import type { World } from '../../store/world.ts'
import { apiOf } from '../../webhooks/account-api.ts'
import { tell } from '../../webhooks/announce.ts'
import { currentData } from '../../webhooks/event-data.ts'

/**
 * Sends an event about a test case as it stands, to the caller's own test subscriptions. The case does not change.
 * @see docs.debitura.com/developer-concepts/webhooks/strategy
 */
export function fireEvent(world: World, accountId: string, request: FireWebhookRequest): FireWebhookResult {
  const event = caseEvent(world, accountId, request.event)
  const record = testCase(world, accountId, request.caseId)
  const chosen = request.subscriptionId
  const candidates =
    chosen == null ? world.webhooks.ofAccount(accountId) : [testSubscription(world, accountId, chosen)]
  const data = currentData(world, record, event)
  if (data === undefined)
    throw refusal(422, 'MissingData', `The case has nothing that '${event}' could tell of.`)
  const told = candidates.filter(
    ({ isActive, isTestMode, events }) => isActive && isTestMode && events.includes(event),
  )
  tell(world, record, { event, data }, told)
  return { eventType: event, caseId: record.id, enqueuedCount: told.length }
}

function caseEvent(world: World, accountId: string, event: string): CaseEvent {
  const known = API_EVENTS[apiOf(world, accountId)]
  const found = known.find((name) => name === event)
  if (found === undefined) {
    throw badRequest('InvalidEvent', `Unknown event: ${event}. Use ${known.join(', ')}.`)
  }
  // The APIs that offer this operation send events of cases alone.
  return found as CaseEvent
}

function testCase(world: World, accountId: string, id: string): CaseRecord {
  const record = world.cases.byId(id)
  const isOwn = record?.accountId === accountId || record?.collectionPartnerId === accountId
  if (record === undefined || !isOwn) throw notFound('case with this id')
  if (record.isTest) return record
  throw badRequest('NotATestCase', 'Events can be fired for test cases only, and this is a production case.')
}

function testSubscription(world: World, accountId: string, id: string): Subscription {
  const subscription = world.webhooks.byId(id)
  if (subscription?.accountId === accountId && subscription.isTestMode) return subscription
  throw badRequest('InvalidSubscription', 'No test subscription with this id was found for this account.')
}
