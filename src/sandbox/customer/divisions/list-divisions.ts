import { customerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { divisionList } from '../../lists/division-list.ts'

export const listDivisions = implement(customerApi.listDivisions, ({ world, accountId, query }) =>
  divisionList(world, accountId, query),
)
