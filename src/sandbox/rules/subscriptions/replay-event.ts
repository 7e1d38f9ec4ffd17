import type { ReplayedEvent } from '../../../contract/shapes/index.ts'
import { badRequest, notFound } from '../../http/refusal.ts'
import type { EventRow } from '../../store/event-log.ts'
import type { World } from '../../store/world.ts'
import { enqueue } from '../../webhooks/enqueue.ts'

/**
 * Delivers an event of the log once more, to the subscription that had it: the same payload, from the first attempt on.
 * @see Customer API, `POST /webhooks/events/{id}/replay`
 */
export function replayEvent(world: World, accountId: string, id: string): ReplayedEvent {
  const row = world.events.byId(id)
  if (row?.accountId !== accountId) throw notFound('webhook event with this id')
  return replay(world, row)
}

/** Delivers a test case's latest event once more. @see Collection Partner API, `POST /test/cases/{id}/replay-last-event` */
export function replayLastEvent(world: World, accountId: string, caseId: string): ReplayedEvent {
  const record = world.cases.byId(caseId)
  if (record === undefined) throw notFound('case with this id')
  const { collectionPartnerId, isTest } = record
  if (!isTest || (record.accountId !== accountId && collectionPartnerId !== accountId)) {
    throw badRequest('NotATestCase', 'Events of your own test cases can be replayed, and this is none.')
  }
  const [latest] = world.events.ofCase(record.id, accountId)
  if (latest === undefined) throw notFound('webhook event of this case')
  return replay(world, latest)
}

function replay(world: World, row: EventRow): ReplayedEvent {
  const { id, subscriptionId, subjectId, caseId, event, payload, firedAt } = row
  const subscription = world.webhooks.byId(subscriptionId)
  if (subscription === undefined) throw new Error(`The log outlived the subscription ${subscriptionId}`)
  const inPlace = world.behaviours.replayedEvent === 'same-row' ? { eventId: id } : {}
  enqueue(world, subscription, { subjectId, caseId, event, payload, firedAt, isReplay: true, ...inPlace })
  return { eventId: id, subscriptionId, eventType: event }
}
