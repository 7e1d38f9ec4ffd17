import { customerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { ownCase } from '../../rules/cases/own-case.ts'
import { ownQuote, ownQuoteRequest } from '../../rules/quotes/own-quote.ts'
import { quoteDetailView } from '../../views/quote-view.ts'
import { readStyle } from '../../views/timestamp.ts'

export const getQuote = implement(customerApi.getQuote, ({ world, accountId, path }) => {
  const record = ownCase(world, accountId, path.id)
  const request = ownQuoteRequest(record, path.quoteRequestId)
  return quoteDetailView({ record, request }, ownQuote(request, path.quoteId), readStyle(world))
})
