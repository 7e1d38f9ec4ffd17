import type { Webhook } from '../../contract/shapes/index.ts'
import type { EventOf } from '../../contract/words/index.ts'
import { assertOptions } from '../assert-options.ts'
import { now } from '../real-time.ts'
import { timeoutOf, type Waiting } from '../timeouts.ts'
import { assertEvent } from './assert-event.ts'
import type { CaseEventRecord } from './case-event.ts'
import { type CaseLog, isDeliveredTo, isOf, type ReadLog } from './case-log.ts'
import { eventMissing } from './event-missing.ts'
import type { CaseApi, EventData } from './event-types.ts'
import { assertWhere, unmet, type Where } from './where.ts'

/** How to wait for an event. */
export interface WaitForEventOptions<
  Api extends CaseApi = 'customer',
  Event extends EventOf<Api> = EventOf<Api>,
> extends Waiting {
  /** Which of several. */
  readonly where?: Where<EventData<Api, Event>> | undefined
  /**
   * A subscription whose receiver has to have taken it, with a 2xx: that of the application under test, say. Without one,
   * it is enough that the event was recorded for any.
   */
  readonly deliveredTo?: Pick<Webhook, 'id'> | undefined
}

/** Waits until the log has an event. The newest one, where it has several. */
export async function waitForEvent<Api extends CaseApi, Event extends EventOf<Api>>(
  log: CaseLog<Api>,
  event: Event,
  options: WaitForEventOptions<Api, Event>,
): Promise<CaseEventRecord<Api, Event>> {
  const what = `Failed to wait for an event of case ${log.caseId}`
  assertEvent(event, log.api, what)
  assertOptions(options, ['where', 'timeout', 'deliveredTo'], what)
  const { deliveredTo, where } = options
  assertWhere(where, what)
  const timeout = timeoutOf(options, log.context.steward.address.environment, what)
  const deadline = now() + timeout
  let known: number | undefined
  for (;;) {
    const read = await log.after(known, Math.max(0, deadline - now()))
    const found = findEvent(reachedBy(deliveredTo, read), event, where)
    if (found) return found
    if (read.version === known) throw await eventMissing(log, { event, where, deliveredTo, timeout }, read)
    known = read.version
  }
}

/** As much of a log as a subscription's receiver has taken. */
function reachedBy<Api extends CaseApi>(
  to: WaitForEventOptions['deliveredTo'],
  read: ReadLog<Api>,
): Pick<ReadLog<Api>, 'events'> {
  return to === undefined ? read : { events: read.events.filter((row) => isDeliveredTo(to, row)) }
}

/** The newest event of the log that is as wanted. */
export function findEvent<Api extends CaseApi, Event extends EventOf<Api>>(
  { events }: Pick<ReadLog<Api>, 'events'>,
  event: Event,
  where: Where<EventData<Api, Event>> | undefined,
): CaseEventRecord<Api, Event> | undefined {
  for (const row of events) if (isOf(row, event) && unmet(where, row.data).length === 0) return row
  return undefined
}
