import { customerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { createDivision as create } from '../../rules/divisions/edit-division.ts'
import { divisionView } from '../../views/division-view.ts'

export const createDivision = implement(customerApi.createDivision, ({ world, accountId, body }) =>
  divisionView(create(world, accountId, body), 'zoned'),
)
