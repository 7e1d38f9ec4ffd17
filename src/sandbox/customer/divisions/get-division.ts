import { customerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { ownDivision } from '../../rules/divisions/own-division.ts'
import { divisionView } from '../../views/division-view.ts'
import { readStyle } from '../../views/timestamp.ts'

export const getDivision = implement(customerApi.getDivision, ({ world, accountId, path }) =>
  divisionView(ownDivision(world, accountId, path.id), readStyle(world)),
)
