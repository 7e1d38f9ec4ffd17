import { DAY_MS } from '../../clock/duration.ts'
import { notFound } from '../../http/refusal.ts'
import type { CaseRecord } from '../../store/case-record.ts'
import type { World } from '../../store/world.ts'

/** The period in which the collection partner has a case alone. */
export interface Period {
  readonly from: string
  readonly to: string
  readonly daysRemaining: number
  readonly status: 'Active' | 'Expired' | 'Terminated'
}

/**
 * A case's exclusive period; 404 before there is one. It runs out by the clock, and a case that is closed before ends
 * it early, with no day left: as terminated where the client withdrew, else as expired, for the contract counts a
 * resolved case so.
 * @see Customer API, `GET /cases/{id}/exclusive-period`
 */
export function exclusivePeriod(world: World, record: CaseRecord): Period {
  const from = record.dateCollectionStarted
  const to = exclusivePeriodEnd(record)
  if (from === null || to === null) throw notFound('exclusive collection period of this case')
  const endedEarly = to !== record.exclusivePeriodEndDate
  const left = Date.parse(to) - world.clock.milliseconds()
  const daysRemaining = endedEarly ? 0 : Math.floor(left / DAY_MS)
  if (record.closeCode === 'WithdrawnByClient') return { from, to, daysRemaining: 0, status: 'Terminated' }
  return { from, to, daysRemaining, status: endedEarly || left <= 0 ? 'Expired' : 'Active' }
}

/** When the period ends, or ended: a case that is closed has no period left. */
export function exclusivePeriodEnd({ exclusivePeriodEndDate, dateFinished }: CaseRecord): string | null {
  if (exclusivePeriodEndDate === null || dateFinished === null) return exclusivePeriodEndDate
  return dateFinished < exclusivePeriodEndDate ? dateFinished : exclusivePeriodEndDate
}
