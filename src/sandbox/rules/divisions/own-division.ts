import { notFound } from '../../http/refusal.ts'
import type { DivisionRecord } from '../../store/division-table.ts'
import type { World } from '../../store/world.ts'

/** The division, if it is there and the account's own. */
export function ownDivisionOrNone(world: World, accountId: string, id: string): DivisionRecord | undefined {
  const division = world.divisions.byId(id)
  return division?.accountId === accountId ? division : undefined
}

/** The account's own division; otherwise 404. */
export function ownDivision(world: World, accountId: string, id: string): DivisionRecord {
  const division = ownDivisionOrNone(world, accountId, id)
  if (division === undefined) throw notFound('division with this id')
  return division
}
