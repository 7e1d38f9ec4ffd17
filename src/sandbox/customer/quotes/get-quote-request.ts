import { customerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { ownCase } from '../../rules/cases/own-case.ts'
import { ownQuoteRequest } from '../../rules/quotes/own-quote.ts'
import { quoteRequestDetailView } from '../../views/quote-request-view.ts'

export const getQuoteRequest = implement(customerApi.getQuoteRequest, ({ world, accountId, path }) => {
  const record = ownCase(world, accountId, path.id)
  return quoteRequestDetailView(world, record, ownQuoteRequest(record, path.quoteRequestId))
})
