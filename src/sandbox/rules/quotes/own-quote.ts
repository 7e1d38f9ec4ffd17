import { notFound } from '../../http/refusal.ts'
import type { CaseRecord } from '../../store/case-record.ts'
import type { QuoteRecord, QuoteRequestRecord } from '../../store/quote-record.ts'

/** A case's quote request; otherwise 404. */
export function ownQuoteRequest({ dossier }: CaseRecord, id: string): QuoteRequestRecord {
  const request = dossier?.quoteRequests.find((one) => one.id === id.toLowerCase())
  if (request === undefined) throw notFound('quote request with this id')
  return request
}

/** A quote of a request; otherwise 404. */
export function ownQuote({ quotes }: QuoteRequestRecord, id: string): QuoteRecord {
  const quote = quotes.find((one) => one.id === id.toLowerCase())
  if (quote === undefined) throw notFound('quote with this id')
  return quote
}
