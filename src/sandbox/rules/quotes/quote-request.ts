import { randomUUID } from 'node:crypto'
import type { Lifecycle } from '../../../contract/words/index.ts'
import type { CaseRecord } from '../../store/case-record.ts'
import { dossierOf } from '../../store/dossier.ts'
import type { QuoteOutcome, QuoteRecord, QuoteRequestRecord } from '../../store/quote-record.ts'
import type { World } from '../../store/world.ts'
import { nextQuote } from './bid.ts'

const QUOTING: ReadonlySet<Lifecycle> = new Set(['Leads', 'LeadsQuoteGiven'])

/** A case's quote request that has not ended; it has one at most. */
export const openQuoteRequest = ({ dossier }: CaseRecord): QuoteRequestRecord | undefined =>
  dossier?.quoteRequests.find(({ outcome }) => outcome === null)

/** The quote that the creditor took, if it took one. */
export const acceptedQuote = ({ dossier }: CaseRecord): QuoteRecord | undefined =>
  dossier?.quoteRequests.flatMap(({ quotes }) => quotes).findLast(({ status }) => status === 'Accepted')

/**
 * Makes a case's quote requests agree with its lifecycle: one is open while the case collects quotes, and has a quote
 * once there are some to select from; any other lifecycle ends it.
 */
export function keepQuotesInStep(world: World, record: CaseRecord): void {
  const open = openQuoteRequest(record)
  if (!QUOTING.has(record.lifecycle)) {
    if (open !== undefined) endQuoteRequest(world, open, 'Pullback')
    return
  }
  const request = open ?? newQuoteRequest(world, record)
  if (record.lifecycle === 'LeadsQuoteGiven' && request.quotes.length === 0)
    request.quotes.push(nextQuote(world, record, request, {}))
}

function newQuoteRequest(world: World, record: CaseRecord): QuoteRequestRecord {
  const request: QuoteRequestRecord = {
    id: randomUUID(),
    dateCreated: world.now(),
    quotes: [],
    outcome: null,
    dateOutcomeSelected: null,
  }
  dossierOf(record).quoteRequests.push(request)
  return request
}

/** Ends a quote request: the quotes that were not accepted are declined. */
export function endQuoteRequest(world: World, request: QuoteRequestRecord, outcome: QuoteOutcome): void {
  const now = world.now()
  request.outcome = outcome
  request.dateOutcomeSelected = now
  for (const quote of request.quotes) {
    if (quote.status === 'Pending') quote.status = 'Declined'
    quote.dateUpdated = now
  }
}
