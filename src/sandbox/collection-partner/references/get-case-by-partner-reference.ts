import { collectionPartnerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { notFound } from '../../http/refusal.ts'
import { productionCase } from '../../rules/cases/collected-case.ts'
import { caseView } from '../../views/case-view.ts'
import { readStyle } from '../../views/timestamp.ts'

export const getCaseByPartnerReference = implement(
  collectionPartnerApi.getCaseByPartnerReference,
  ({ world, accountId, path }) => {
    const record = productionCase(accountId, world.cases.withPartnerReference(accountId, path.reference))
    if (record === undefined) throw notFound('production case with this partner reference')
    return caseView(world, record, readStyle(world))
  },
)
