import { collectionPartnerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { caseList, filtered } from '../../lists/case-list.ts'

export const listManagedCases = implement(
  collectionPartnerApi.listManagedCases,
  ({ world, accountId, query }) => {
    const cases = world.cases.ofAccount(accountId)
    if (world.behaviours.testCasesInManagedList === 'hide')
      return caseList(world, query, { cases: filtered(cases, ({ isTest }) => !isTest) })
    return caseList(world, query, { cases, total: world.cases.countOf(accountId) })
  },
)
