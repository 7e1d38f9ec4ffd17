import { randomUUID } from 'node:crypto'
import type { CustomerEvent } from '../../contract/words/index.ts'
import type { CaseRecord } from '../store/case-record.ts'
import type { World } from '../store/world.ts'

/** A change that subscribers hear of. */
interface Change {
  readonly event: CustomerEvent
  /** What the event says besides the case. */
  readonly data: Readonly<Record<string, unknown>>
}

/**
 * Tells every subscription that asked for it: events of test cases go to those in test mode, all others to the others.
 * Delivery goes on in the background.
 * @see docs.debitura.com/clients/integration-guides/webhooks
 */
export function announce(world: World, record: CaseRecord, change: Change): void {
  const subscriptions = world.webhooks
    .ofAccount(record.accountId)
    .filter(({ events, isTestMode }) => isTestMode === record.isTest && events.includes(change.event))
  if (subscriptions.length === 0) return
  const { debitura } = world
  const timestamp = world.now()
  const payload = JSON.stringify({
    id: randomUUID(),
    specVersion: '1.0',
    event: change.event,
    timestamp,
    // JSON leaves out what is undefined.
    classification: world.behaviours.classificationInPayload ? classOf(record) : undefined,
    data: { caseId: record.id, reference: record.reference, ...change.data },
    links: { self: `${debitura.urls.customer}/cases/${record.id}` },
  })
  for (const subscription of subscriptions) {
    debitura.deliveries.start(world, {
      subscription,
      caseId: record.id,
      event: change.event,
      payload,
      timestamp,
    })
  }
}

const classOf = ({ isTest }: CaseRecord) => (isTest ? 'test' : 'production')
