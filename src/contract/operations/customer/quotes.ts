import { ApiError } from '../../shapes/error.ts'
import { QuoteDetail, QuoteList, QuoteRequestDetail, QuoteRequestList } from '../../shapes/quote.ts'
import { operation } from '../operation.ts'

const read = {
  method: 'GET',
  safety: 'read',
  success: [200],
  refusals: { 400: ApiError, 404: ApiError },
} as const

/** A creditor looks at what collection partners ask for a case. No published operation asks them, or picks one. */
export const quotes = {
  listQuoteRequests: operation({
    ...read,
    path: '/cases/{id}/quote-requests',
    answer: QuoteRequestList,
  }),
  getQuoteRequest: operation({
    ...read,
    path: '/cases/{id}/quote-requests/{quoteRequestId}',
    answer: QuoteRequestDetail,
  }),
  listQuotes: operation({
    ...read,
    path: '/cases/{id}/quote-requests/{quoteRequestId}/quotes',
    answer: QuoteList,
  }),
  getQuote: operation({
    ...read,
    path: '/cases/{id}/quote-requests/{quoteRequestId}/quotes/{quoteId}',
    answer: QuoteDetail,
    refusals: { ...read.refusals, 500: ApiError },
  }),
} as const
