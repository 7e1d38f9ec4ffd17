import { collectionPartnerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { badRequest, notFound } from '../../http/refusal.ts'
import { productionCase } from '../../rules/cases/collected-case.ts'
import { isBlank } from '../../rules/field-messages.ts'
import { caseView } from '../../views/case-view.ts'
import { readStyle } from '../../views/timestamp.ts'

export const getCaseByCreditorReference = implement(
  collectionPartnerApi.getCaseByCreditorReference,
  ({ world, accountId, query }) => {
    const reference = query.text('reference')
    const creditorId = query.text('creditorId')
    if (isBlank(reference) || isBlank(creditorId))
      throw badRequest('MissingReference', 'reference and creditorId are required.')
    const found = world.cases.withCreditorReference(creditorId.toLowerCase(), reference)
    const record = productionCase(accountId, found)
    if (record === undefined) throw notFound('production case with this creditor reference')
    return caseView(world, record, readStyle(world))
  },
)
