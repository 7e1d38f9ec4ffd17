import { customerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { ownCase } from '../../rules/cases/own-case.ts'
import { ownQuoteRequest } from '../../rules/quotes/own-quote.ts'
import { quoteView } from '../../views/quote-view.ts'
import { readStyle } from '../../views/timestamp.ts'

export const listQuotes = implement(customerApi.listQuotes, ({ world, accountId, path }) => {
  const record = ownCase(world, accountId, path.id)
  const request = ownQuoteRequest(record, path.quoteRequestId)
  const style = readStyle(world)
  return { quotes: request.quotes.map((quote) => quoteView({ record, request }, quote, style)) }
})
