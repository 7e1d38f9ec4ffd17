import { customerApi } from '../../../contract/operations/index.ts'
import { type Call, implement } from '../../http/implement.ts'
import { badRequest, notFound } from '../../http/refusal.ts'
import { searchJurisdiction } from '../../jurisdictions/find.ts'
import { ownCreditor } from '../../rules/own-creditor.ts'
import { coverageView } from '../../views/coverage-view.ts'

/** One operation under two paths: the call is the same. */
type SearchCall = Pick<Call<typeof customerApi.searchCoverage>, 'world' | 'accountId' | 'query'>

const search = ({ world, accountId, query }: SearchCall) => {
  const words = query.text('q') ?? ''
  if (words.trim() === '') throw badRequest('MissingQuery', 'q is required, and may not be blank.')
  const jurisdiction = searchJurisdiction(words)
  if (jurisdiction === undefined) throw notFound(`jurisdiction for '${words}'`)
  return coverageView(world, ownCreditor(world, accountId), jurisdiction)
}

export const searchCoverage = implement(customerApi.searchCoverage, search)
export const searchCoverageByColon = implement(customerApi.searchCoverageByColon, search)
