import type { WebhookEvent } from '../../contract/shapes/index.ts'
import type { EventOf } from '../../contract/words/index.ts'
import { DebituraTestkitError } from '../../errors/index.ts'
import { reasons } from '../reasons.ts'
import { show } from '../show.ts'
import type { CaseEventRecord } from './case-event.ts'
import { type CaseLog, isOf, type ReadLog } from './case-log.ts'
import type { CaseApi, EventData } from './event-types.ts'
import { unmet, type Where } from './where.ts'

interface Wanted<Api extends CaseApi, Event extends EventOf<Api>> {
  readonly event: Event
  readonly where: Where<EventData<Api, Event>> | undefined
  readonly deliveredTo: { readonly id: string } | undefined
  readonly timeout: number
}

/** A log may be long, and what is near its end is what a test did last. */
const MOST_SHOWN = 12

/** Says what fired instead of what was wanted, and why it may be missing. */
export async function eventMissing<Api extends CaseApi, Event extends EventOf<Api>>(
  log: CaseLog<Api>,
  wanted: Wanted<Api, Event>,
  { events }: ReadLog<Api>,
): Promise<DebituraTestkitError> {
  const { event, where, deliveredTo, timeout } = wanted
  const to = deliveredTo === undefined ? '' : `, delivered to subscription ${deliveredTo.id},`
  const like = typeof where === 'object' ? ` with ${show(where)}` : ''
  const shown = events.slice(0, MOST_SHOWN).map((row) => told(row, wanted))
  const more = events.length > MOST_SHOWN ? [`and ${events.length - MOST_SHOWN} before`] : []
  return new DebituraTestkitError({
    code: 'DBT_EVENT_MISSING',
    what: `Waited ${timeout} ms for ${event}${like}${to} of case ${log.caseId}`,
    why:
      events.length > 0
        ? `these fired: ${[...shown, ...more].join(', ')}`
        : 'no event of the case was recorded',
    todo: reasons(await log.why()) ?? advice(wanted, events),
  })
}

function told<Api extends CaseApi, Event extends EventOf<Api>>(
  row: CaseEventRecord<Api>,
  { event, where, deliveredTo }: Wanted<Api, Event>,
): string {
  const differing = isOf(row, event) ? [...unmet(where, row.data)] : []
  if (isOf(row, event) && deliveredTo !== undefined && row.subscriptionId !== deliveredTo.id)
    differing.push(`to subscription ${row.subscriptionId}`)
  const notes = [row.createdAt, ...differing, ...failedDelivery(row)].join(', ')
  return `${row.eventType} (${notes})`
}

function failedDelivery({ deliveredAt, lastResponseCode, lastError }: WebhookEvent): string[] {
  if (deliveredAt !== null) return []
  return [
    `delivery fails with ${lastResponseCode === null ? (lastError ?? 'no answer') : `status ${lastResponseCode}`}`,
  ]
}

function advice<Api extends CaseApi, Event extends EventOf<Api>>(
  { event, where }: Wanted<Api, Event>,
  events: readonly CaseEventRecord<Api>[],
): string {
  if (where !== undefined && events.some((row) => isOf(row, event))) return 'Compare `where` with what fired'
  return events.length > 0
    ? 'Check the name of the event, and what the test does before'
    : 'Check what the test does before: Debitura records an event once its delivery was attempted'
}
