import { collectionPartnerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import * as cases from '../../rules/cases/delete-cases.ts'

export const deleteTestCasesByTag = implement(
  collectionPartnerApi.deleteTestCasesByTag,
  ({ world, accountId, query }) => cases.deleteTestCasesByTag(world, accountId, query.text('tag')),
)
