import type { CaseEvent } from '../../contract/words/index.ts'
import { isHidden } from '../rules/cases/collected-case.ts'
import type { CaseRecord } from '../store/case-record.ts'
import type { Subscription } from '../store/webhook-table.ts'
import type { World } from '../store/world.ts'
import { apiOf } from './account-api.ts'
import { casePayload } from './case-payload.ts'
import { enqueue } from './enqueue.ts'
import { occurrence } from './envelope.ts'

/** A change of a case that subscribers hear of. */
export interface CaseChange {
  readonly event: CaseEvent
  /** What the event says besides the case. */
  readonly data: Readonly<Record<string, unknown>>
}

/**
 * Tells every subscription that asked for it, of the creditor, its referral partner and the collection partner: events
 * of test cases go to those in test mode, all others to the others. Delivery goes on in the background.
 * @see docs.debitura.com/clients/integration-guides/webhooks
 */
export function announce(world: World, record: CaseRecord, change: CaseChange): void {
  if (world.webhooks.size === 0) return
  const told = [...audience(world, record)].flatMap((accountId) =>
    listeners(world, accountId, record, change.event),
  )
  if (told.length > 0) tell(world, record, change, told)
}

/** An account's subscriptions that asked for an event, and for cases of this kind. */
export function listeners(
  world: World,
  accountId: string,
  { isTest }: CaseRecord,
  event: CaseEvent,
): Subscription[] {
  return world.webhooks
    .ofAccount(accountId)
    .filter(({ events, isTestMode }) => isTestMode === isTest && events.includes(event))
}

/** Tells the given subscriptions. */
export function tell(
  world: World,
  record: CaseRecord,
  { event, data }: CaseChange,
  subscriptions: readonly Subscription[],
): void {
  const what = { ...occurrence(world, event), data }
  for (const subscription of subscriptions) {
    const payload = casePayload(world, record, what, apiOf(world, subscription.accountId))
    const { id: caseId } = record
    enqueue(world, subscription, { subjectId: caseId, caseId, event, payload, firedAt: what.timestamp })
  }
}

/** Accounts that may hear of a case: a collection partner does not while the case is still with Debitura. */
function audience(world: World, record: CaseRecord): Set<string> {
  const accounts = new Set([record.accountId])
  const { collectionPartnerId } = record
  if (collectionPartnerId !== null && !isHidden(record)) accounts.add(collectionPartnerId)
  if (world.clients.byCreditor(record.accountId) !== undefined) accounts.add(world.referralPartner.id)
  return accounts
}
