import type { ApiName, EventOf } from '../../contract/words/index.ts'
import { DebituraTestkitError } from '../../errors/index.ts'
import type { InboxContents } from '../../protocol/index.ts'
import type { EventData } from '../events/event-types.ts'
import { unmet, type Where } from '../events/where.ts'
import { held, type InboxDelivery, type UntrustedDelivery } from './delivery.ts'

interface Wanted<Api extends ApiName, Event extends EventOf<Api>> {
  readonly event: Event | undefined
  readonly where: Where<EventData<Api, Event>> | undefined
  /** Deliveries that were given before, by their place. The one that is taken is added. */
  readonly given: Set<number>
}

/**
 * Takes the first delivery that is as wanted. Nothing is awaited here, so that two who wait never get the same.
 * @throws DebituraTestkitError `DBT_SIGNATURE` for one that comes before it and is not signed as it should be
 */
export function takeNext<Api extends ApiName, Event extends EventOf<Api>>(
  { deliveries }: InboxContents,
  { event, where, given }: Wanted<Api, Event>,
): InboxDelivery<Api, Event> | undefined {
  for (const delivery of deliveries) {
    if (given.has(delivery.nth)) continue
    const one = held<Api>(delivery)
    if (one.signatureProblem !== undefined) {
      given.add(delivery.nth)
      throw untrusted(one)
    }
    if (!isWanted<Api, Event>(one, event) || unmet(where, one.data).length > 0) continue
    given.add(delivery.nth)
    return one
  }
  return undefined
}

/** Whether a delivery is of the event that is wanted. A ping tells of nothing that happened, so it is of none. */
function isWanted<Api extends ApiName, Event extends EventOf<Api>>(
  delivery: InboxDelivery<Api>,
  event: Event | undefined,
): delivery is InboxDelivery<Api> & InboxDelivery<Api, Event> {
  return event === undefined || (delivery.event === event && !delivery.isPing)
}

function untrusted({ signatureProblem, headers, receivedAt }: UntrustedDelivery): DebituraTestkitError {
  const event = headers['x-debitura-event'] ?? 'something'
  return new DebituraTestkitError({
    code: 'DBT_SIGNATURE',
    what: `Failed to take a delivery of ${event}, which came at ${receivedAt.toISOString()}`,
    why: signatureProblem,
    todo: 'A receiver has to refuse it; `inbox.all()` shows it with its body and headers',
  })
}
