import type { EventOf } from '../../contract/words/index.ts'
import { assertOptions } from '../assert-options.ts'
import { now } from '../real-time.ts'
import { timeoutOf, type Waiting } from '../timeouts.ts'
import { assertEvent } from './assert-event.ts'
import type { CaseEventRecord } from './case-event.ts'
import { type CaseLog, isOf, type ReadLog } from './case-log.ts'
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
}

/** Waits until the log has an event. The newest one, where it has several. */
export async function waitForEvent<Api extends CaseApi, Event extends EventOf<Api>>(
  log: CaseLog<Api>,
  event: Event,
  options: WaitForEventOptions<Api, Event>,
): Promise<CaseEventRecord<Api, Event>> {
  const what = `Failed to wait for an event of case ${log.caseId}`
  assertEvent(event, log.api, what)
  assertOptions(options, ['where', 'timeout'], what)
  assertWhere(options.where, what)
  const timeout = timeoutOf(options, log.context.steward.address.environment, what)
  const deadline = now() + timeout
  let known: number | undefined
  for (;;) {
    const read = await log.after(known, Math.max(0, deadline - now()))
    const found = findEvent(read, event, options.where)
    if (found) return found
    if (read.version === known) throw await eventMissing(log, { event, where: options.where, timeout }, read)
    known = read.version
  }
}

/** The newest event of the log that is as wanted. */
export function findEvent<Api extends CaseApi, Event extends EventOf<Api>>(
  { events }: ReadLog<Api>,
  event: Event,
  where: Where<EventData<Api, Event>> | undefined,
): CaseEventRecord<Api, Event> | undefined {
  for (const row of events) if (isOf(row, event) && unmet(where, row.data).length === 0) return row
  return undefined
}
