import type { TriggerWebhookRequest, TriggerWebhookResult } from '../../../contract/shapes/index.ts'
import {
  type CaseEvent,
  type ClientEvent,
  type Lifecycle,
  REFERRAL_PARTNER_EVENTS,
} from '../../../contract/words/index.ts'
import { badRequest, notFound } from '../../http/refusal.ts'
import type { World } from '../../store/world.ts'
import { listeners, tell } from '../../webhooks/announce.ts'
import { clientListeners, tellOfClient } from '../../webhooks/announce-client.ts'
import { type EventData, lifecycleWord } from '../../webhooks/event-data.ts'
import { ownClient } from '../clients/own-client.ts'

/** What the guide lists; a failure to make the cases of a conflict is not among it. */
const TRIGGERED = REFERRAL_PARTNER_EVENTS.filter((event) => event !== 'cases.replay_failed')

/**
 * Sends the referral partner's subscriptions an event that did not happen. Nothing changes.
 * @see docs.debitura.com/referral-partners/integration-guides/trigger-test-webhooks
 */
export function triggerEvent(world: World, request: TriggerWebhookRequest): TriggerWebhookResult {
  const { eventType } = request
  const event = TRIGGERED.find((name) => name === eventType)
  if (event === undefined) {
    throw badRequest('InvalidEvent', `'${eventType}' cannot be triggered. Use ${TRIGGERED.join(', ')}.`)
  }
  const enqueuedCount = isOfCase(event)
    ? triggerOfCase(world, event, request)
    : triggerOfClient(world, event, request)
  const message = `Enqueued for ${enqueuedCount} ${enqueuedCount === 1 ? 'subscription' : 'subscriptions'}.`
  return { eventType, enqueuedCount, message }
}

type TriggeredCaseEvent = Extract<CaseEvent, (typeof TRIGGERED)[number]>

const isOfCase = (event: (typeof TRIGGERED)[number]): event is TriggeredCaseEvent => event.startsWith('case.')

function triggerOfCase(world: World, event: TriggeredCaseEvent, request: TriggerWebhookRequest): number {
  if (request.caseId == null) throw badRequest('MissingCaseId', `caseId is required for ${event}.`)
  const record = world.cases.byId(request.caseId)
  const client = record && world.clients.byCreditor(record.accountId)
  if (record === undefined || client === undefined) throw notFound('case of a linked client with this id')
  const told = listeners(world, world.referralPartner.id, record, event).filter(({ isActive }) => isActive)
  tell(world, record, { event, data: invented(world, event, request, record.lifecycle) }, told)
  return told.length
}

function invented(
  world: World,
  event: TriggeredCaseEvent,
  request: TriggerWebhookRequest,
  current: Lifecycle,
): EventData {
  if (event === 'case.updated') {
    return {
      oldLifecycle: request.oldLifecycle ?? lifecycleWord(world, current),
      newLifecycle: request.newLifecycle ?? lifecycleWord(world, 'Closed'),
    }
  }
  if (event !== 'case.closed') return {}
  return { closeCode: request.closeCode ?? 'Paid', closeComment: request.closeComment ?? null }
}

function triggerOfClient(
  world: World,
  event: ClientEvent,
  { externalTenantId }: TriggerWebhookRequest,
): number {
  if (externalTenantId == null || externalTenantId === '') {
    throw badRequest('MissingExternalTenantId', `externalTenantId is required for ${event}.`)
  }
  const client = ownClient(world, externalTenantId)
  const told = clientListeners(world, event).filter(({ isActive }) => isActive)
  const data = event.endsWith('_signed') ? { signedAt: world.now() } : {}
  tellOfClient(world, client, { event, data }, told)
  return told.length
}
