import { collectionPartnerApi } from '../../contract/operations/index.ts'
import { implement } from '../http/implement.ts'
import { userList } from '../lists/user-list.ts'

export const listUsers = implement(collectionPartnerApi.listUsers, ({ world, accountId, query }) =>
  userList(world, accountId, query),
)
