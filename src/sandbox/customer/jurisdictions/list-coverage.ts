import { customerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { jurisdictions } from '../../jurisdictions/table.ts'
import { ownCreditor } from '../../rules/own-creditor.ts'
import { coverageView } from '../../views/coverage-view.ts'

export const listCoverage = implement(customerApi.listCoverage, ({ world, accountId }) => {
  const creditor = ownCreditor(world, accountId)
  return jurisdictions().map((jurisdiction) => coverageView(world, creditor, jurisdiction))
})
