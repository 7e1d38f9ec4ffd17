import { CLOSE_CODES, type CloseCode, type Lifecycle } from '../../../contract/words/index.ts'
import type { CaseRecord, TimelineEntry } from '../../store/case-record.ts'
import { dossierOf } from '../../store/dossier.ts'
import type { World } from '../../store/world.ts'
import { announce } from '../../webhooks/announce.ts'
import { announceRouting } from '../../webhooks/announce-assignment.ts'
import { closedData, updatedData } from '../../webhooks/event-data.ts'
import { keepTasksInStep } from '../dossier/tasks.ts'
import { remainderOf } from '../payments/amounts.ts'
import { keepQuotesInStep } from '../quotes/quote-request.ts'
import { monthsLater } from '../time.ts'

/** Length of the period in which a collection partner has an active case alone. @see docs.debitura.com/developer-concepts/case-lifecycle */
const EXCLUSIVE_MONTHS = 6

/** Whether subscribers hear of a change of lifecycle. */
type Loudness = 'announce' | 'silent'

/** Activates a case: collection starts. */
export function activate(
  world: World,
  record: CaseRecord,
  actor: TimelineEntry['actor'],
  loudness: Loudness,
): void {
  const now = world.now()
  record.dateCollectionStarted ??= now
  record.exclusivePeriodEndDate ??= monthsLater(now, EXCLUSIVE_MONTHS)
  note(record, {
    date: now,
    type: 'CaseActivated',
    title: 'Case activated',
    description: 'Collection has started.',
    actor,
  })
  enter(world, record, 'Active', loudness)
}

/** Closes a case for a reason. `from` is the lifecycle that subscribers are told it came from. */
export function close(
  world: World,
  record: CaseRecord,
  closeCode: CloseCode,
  actor: TimelineEntry['actor'],
  {
    comment = null,
    from = record.lifecycle,
  }: { readonly comment?: string | null; readonly from?: Lifecycle } = {},
): void {
  const now = world.now()
  record.closeCode = closeCode
  record.dateFinished = now
  if (closeCode === 'Paid') leaveCommission(world, record)
  const description = `The case was closed: ${CLOSE_CODES[closeCode]}.`
  note(record, { date: now, type: 'CaseClosed', title: 'Case closed', description, actor })
  enter(world, record, 'Closed', 'announce', from)
  if (comment !== null || record.dossier !== undefined) dossierOf(record).closeComment = comment
  announce(world, record, { event: 'case.closed', data: closedData(world, record) })
}

/** Closes a case as paid, if it is open and nothing is owed any more. Answers whether it did. */
export function closeIfSettled(world: World, record: CaseRecord, actor: TimelineEntry['actor']): boolean {
  if (record.lifecycle === 'Closed' || remainderOf(record) > 0) return false
  close(world, record, 'Paid', actor)
  return true
}

/** Takes a closed case up again: it is collected as before. */
export function reopen(world: World, record: CaseRecord, actor: TimelineEntry['actor']): void {
  record.closeCode = null
  record.dateFinished = null
  const description = 'The case is open again, as its payments no longer settle it.'
  note(record, { date: world.now(), type: 'CaseReopened', title: 'Case reopened', description, actor })
  enter(world, record, 'Active', 'announce')
}

/** Leaves a client's referral partner a commission to be paid, where the sandbox's choice is that one arises. */
function leaveCommission(world: World, { accountId }: CaseRecord): void {
  const client = world.clients.byCreditor(accountId)
  if (client !== undefined && world.behaviours.paidLeavesCommission) client.unpaidCommission = true
}

/** Moves a case to another lifecycle. */
export function enter(
  world: World,
  record: CaseRecord,
  lifecycle: Lifecycle,
  loudness: Loudness,
  from: Lifecycle = record.lifecycle,
): void {
  world.cases.move(record, lifecycle)
  record.dateUpdated = world.now()
  keepQuotesInStep(world, record)
  keepTasksInStep(world, record)
  if (loudness === 'silent') return
  announceRouting(world, record, from)
  announce(world, record, { event: 'case.updated', data: updatedData(world, from, lifecycle) })
}

/** Adds to a case's timeline. */
export function note(record: CaseRecord, entry: TimelineEntry): void {
  record.timeline = [...record.timeline, entry]
}
