import type { UserList } from '../../contract/shapes/index.ts'
import { LONG_PAGE_SIZE, pageOf, pageRequest } from '../http/page.ts'
import type { Query } from '../http/query.ts'
import { teamOf } from '../rules/team.ts'
import type { World } from '../store/world.ts'

/** A page of an account's people. @see Customer API, `GET /users` */
export function userList(world: World, accountId: string, query: Query): UserList {
  const { page, items } = pageOf(teamOf(world, accountId), pageRequest(query, LONG_PAGE_SIZE))
  return { page, users: items.map(({ id, name, email }) => ({ id, name, email })) }
}
