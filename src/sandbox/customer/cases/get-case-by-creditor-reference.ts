import { customerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { notFound } from '../../http/refusal.ts'
import { caseView } from '../../views/case-view.ts'
import { readStyle } from '../../views/timestamp.ts'

export const getCaseByCreditorReference = implement(
  customerApi.getCaseByCreditorReference,
  ({ world, accountId, path }) => {
    const record = world.cases.byCreditorReference(accountId, path.creditorReference)
    if (record === undefined) throw notFound('case with this creditor reference')
    return caseView(world, record, readStyle(world))
  },
)
