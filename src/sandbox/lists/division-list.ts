import type { DivisionList } from '../../contract/shapes/index.ts'
import { pageOf, pageRequest } from '../http/page.ts'
import type { Query } from '../http/query.ts'
import type { World } from '../store/world.ts'
import { divisionView } from '../views/division-view.ts'
import { readStyle } from '../views/timestamp.ts'

/** A page of an account's divisions, newest first; archived ones only on request. @see Customer API, `GET /divisions` */
export function divisionList(world: World, accountId: string, query: Query): DivisionList {
  const request = pageRequest(query)
  const withArchived = query.flag('includeArchived') ?? false
  const divisions = [...world.divisions.ofAccount(accountId)].reverse()
  const { page, items } = pageOf(
    divisions.filter(({ isArchived }) => withArchived || !isArchived),
    request,
  )
  const style = readStyle(world)
  return { page, divisions: items.map((division) => divisionView(division, style)) }
}
