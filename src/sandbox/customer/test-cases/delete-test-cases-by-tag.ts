import { customerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import * as cases from '../../rules/cases/delete-cases.ts'

export const deleteTestCasesByTag = implement(
  customerApi.deleteTestCasesByTag,
  ({ world, accountId, query }) => cases.deleteTestCasesByTag(world, accountId, query.text('tag')),
)
