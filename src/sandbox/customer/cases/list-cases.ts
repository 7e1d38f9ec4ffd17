import { customerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { caseList } from '../../lists/case-list.ts'

export const listCases = implement(customerApi.listCases, ({ world, accountId, query }) =>
  caseList(world, query, { cases: world.cases.ofAccount(accountId), total: world.cases.countOf(accountId) }),
)
