import { customerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { notFound } from '../../http/refusal.ts'
import { jurisdictionById } from '../../jurisdictions/find.ts'
import { ownCreditor } from '../../rules/own-creditor.ts'
import { coverageView } from '../../views/coverage-view.ts'

export const getCoverage = implement(customerApi.getCoverage, ({ world, accountId, path }) => {
  const jurisdiction = jurisdictionById(Number(path.id))
  if (jurisdiction === undefined) throw notFound('jurisdiction with this id')
  return coverageView(world, ownCreditor(world, accountId), jurisdiction)
})
