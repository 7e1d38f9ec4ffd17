import { collectionPartnerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { caseList, filtered } from '../../lists/case-list.ts'
import { isHidden } from '../../rules/cases/collected-case.ts'

export const listCases = implement(collectionPartnerApi.listCases, ({ world, accountId, query }) => {
  const withTests = query.flag('includeTestCases') ?? false
  const collected = world.cases.collectedBy(accountId)
  return caseList(world, query, {
    cases: filtered(collected, (record) => !isHidden(record) && (withTests || !record.isTest)),
  })
})
