import type { Lifecycle } from '../../../contract/words/index.ts'
import { refusal } from '../../http/refusal.ts'
import type { DivisionRecord } from '../../store/division-table.ts'
import type { World } from '../../store/world.ts'
import { isCollected } from '../cases/is-collected.ts'

const ENDED: ReadonlySet<Lifecycle> = new Set(['Closed', 'Merged'])

/** Archives a division for good: it takes no new cases. @see Customer API, `POST /divisions/{id}/archive` */
export function archiveDivision(world: World, division: DivisionRecord): DivisionRecord {
  if (division.isArchived) throw refusal(422, 'AlreadyArchived', 'The division is archived already.')
  return Object.assign(division, { isArchived: true, updatedUtc: world.now() })
}

/** Deletes a division; its cases, all at their end, belong to none from then on. @see Customer API, `DELETE /divisions/{id}` */
export function deleteDivision(world: World, division: DivisionRecord): undefined {
  const cases = world.cases.ofDivision(division)
  const holds = ({ lifecycle }: { readonly lifecycle: Lifecycle }) =>
    world.behaviours.divisionHeldBy === 'active-cases' ? isCollected(lifecycle) : !ENDED.has(lifecycle)
  if ([...cases].some(holds)) {
    const message = 'The division has active cases. Archive it instead, or delete it once they are closed.'
    throw refusal(422, 'DivisionHasActiveCases', message)
  }
  world.cases.leaveDivision(division)
  world.divisions.delete(division)
}
