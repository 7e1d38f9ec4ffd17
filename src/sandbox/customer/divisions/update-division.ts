import { customerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { updateDivision as update } from '../../rules/divisions/edit-division.ts'
import { ownDivision } from '../../rules/divisions/own-division.ts'
import { divisionView } from '../../views/division-view.ts'

export const updateDivision = implement(customerApi.updateDivision, ({ world, accountId, path, body }) =>
  divisionView(update(world, ownDivision(world, accountId, path.id), body), 'zoned'),
)
