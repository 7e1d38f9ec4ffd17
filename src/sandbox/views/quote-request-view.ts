import type { QuoteRequest, QuoteRequestDetail } from '../../contract/shapes/index.ts'
import { LIFECYCLES } from '../../contract/words/index.ts'
import { MAX_QUOTES } from '../rules/quotes/bid.ts'
import { daysLater } from '../rules/time.ts'
import type { CaseRecord } from '../store/case-record.ts'
import type { QuoteRequestRecord } from '../store/quote-record.ts'
import type { World } from '../store/world.ts'
import { readStyle, written, writtenOrNull } from './timestamp.ts'

/** Days after which a creditor that has not selected a quote is reminded. @see support.debitura.com/en/articles/13905611 */
const REMINDER_DAYS = [7, 14] as const

/** A quote request among those of its case. A case that it would take to another phase is not known here. */
export const quoteRequestView = (
  world: World,
  record: CaseRecord,
  request: QuoteRequestRecord,
): QuoteRequest => ({ ...commonView(world, record, request), purpose: null })

/** A quote request by itself. */
export const quoteRequestDetailView = (
  world: World,
  record: CaseRecord,
  request: QuoteRequestRecord,
): QuoteRequestDetail => ({
  ...commonView(world, record, request),
  isMaxBidCountReached: request.quotes.length >= MAX_QUOTES,
  request: record.comments,
  existingFees: null,
})

function commonView(world: World, record: CaseRecord, request: QuoteRequestRecord) {
  const style = readStyle(world)
  const created = written(request.dateCreated, style)
  const reminded = (days: number) => writtenOrNull(reminder(world, request, days), style)
  return {
    quoteRequestId: request.id,
    caseId: record.id,
    // Debitura's own check of a request before it goes out takes no time here.
    status: request.outcome === null ? 'Qualified' : 'Closed',
    leadFlowStatus: flowStatus(request),
    quoteType: 'Network',
    maxQuotes: MAX_QUOTES,
    currentQuotesCount: request.quotes.length,
    outcome: request.outcome,
    dateCreated: created,
    dateQualified: created,
    leadsDoneOffered: created,
    dateReminderSent: reminded(REMINDER_DAYS[0]),
    dateReminderTwoSent: reminded(REMINDER_DAYS[1]),
    dateOutcomeSelected: writtenOrNull(request.dateOutcomeSelected, style),
  }
}

/** The words of the lifecycle that goes with it: no page lists those of this field. */
function flowStatus({ outcome, quotes }: QuoteRequestRecord): string {
  if (outcome !== null) return LIFECYCLES.Closed
  return quotes.length === 0 ? LIFECYCLES.Leads : LIFECYCLES.LeadsQuoteGiven
}

/** When a reminder went out, if one did: so many days after the first quote, unless the request had ended. */
function reminder(
  world: World,
  { quotes, dateOutcomeSelected }: QuoteRequestRecord,
  days: number,
): string | null {
  const first = quotes[0]
  if (first === undefined) return null
  const due = daysLater(first.dateCreated, days)
  return due <= (dateOutcomeSelected ?? world.now()) ? due : null
}
