import type { EventOf } from '../../contract/words/index.ts'
import { DebituraTestkitError } from '../../errors/index.ts'
import { assertOptions } from '../assert-options.ts'
import { now } from '../real-time.ts'
import { milliseconds } from '../timeouts.ts'
import { assertEvent } from './assert-event.ts'
import type { CaseEventRecord } from './case-event.ts'
import type { CaseLog } from './case-log.ts'
import type { CaseApi, EventData } from './event-types.ts'
import { findEvent } from './wait-for-event.ts'
import { assertWhere, type Where } from './where.ts'

/** How to find out whether an event fired. */
export interface FindEventOptions<
  Api extends CaseApi = 'customer',
  Event extends EventOf<Api> = EventOf<Api>,
> {
  /** Which of several. */
  readonly where?: Where<EventData<Api, Event>> | undefined
  /**
   * Milliseconds for which the log has to stay the same before the event counts as not fired.
   * @default 200 in the sandbox, 10_000 elsewhere, where an event is recorded some time after it fired
   */
  readonly settle?: number | undefined
}

/** Asking again sooner would tell nothing new. */
const SHORTEST_WAIT_MS = 25

/**
 * The event as soon as the log has it; `undefined` once the log has settled without it.
 * @throws DebituraTestkitError `DBT_NOBODY_LISTENS` where nothing is recorded, so that the log says nothing
 */
export async function findSettledEvent<Api extends CaseApi, Event extends EventOf<Api>>(
  log: CaseLog<Api>,
  event: Event,
  options: FindEventOptions<Api, Event>,
): Promise<CaseEventRecord<Api, Event> | undefined> {
  const what = `Failed to look for an event of case ${log.caseId}`
  assertEvent(event, log.api, what)
  assertOptions(options, ['where', 'settle'], what)
  const { where, settle } = options
  assertWhere(where, what)
  const enough = settle === undefined ? usualSettling(log) : milliseconds(settle, 'settle', what)
  let read = await log.read()
  // What the log did before the test asked says nothing about what the test did last.
  let sameSince = now()
  for (;;) {
    const found = findEvent(read, event, where)
    if (found) return found
    const left = enough - Math.min(now() - sameSince, read.settledForMs)
    if (left <= 0) return assertRecorded(log, event)
    const next = await log.after(read.version, Math.max(left, SHORTEST_WAIT_MS))
    if (next.version !== read.version) sameSince = now()
    read = next
  }
}

/** A log that is not kept settles too, and every event would count as not fired. */
async function assertRecorded<Api extends CaseApi>(log: CaseLog<Api>, event: string): Promise<undefined> {
  const [problem] = await log.whyUnrecorded()
  if (problem === undefined) return undefined
  throw new DebituraTestkitError({
    code: 'DBT_NOBODY_LISTENS',
    what: `Failed to find out whether case ${log.caseId} has fired ${event}`,
    why: problem,
    todo: 'Have events recorded: without that, nothing can be said of what did not fire',
  })
}

const usualSettling = <Api extends CaseApi>({ context }: CaseLog<Api>) =>
  context.steward.address.environment === 'sandbox' ? 200 : 10_000
