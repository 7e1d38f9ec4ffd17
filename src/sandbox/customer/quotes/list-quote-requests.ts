import { customerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { ownCase } from '../../rules/cases/own-case.ts'
import { quoteRequestView } from '../../views/quote-request-view.ts'

export const listQuoteRequests = implement(customerApi.listQuoteRequests, ({ world, accountId, path }) => {
  const record = ownCase(world, accountId, path.id)
  const requests = record.dossier?.quoteRequests ?? []
  return { quoteRequests: requests.map((request) => quoteRequestView(world, record, request)) }
})
