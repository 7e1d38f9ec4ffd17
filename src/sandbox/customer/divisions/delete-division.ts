import { customerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { ownDivision } from '../../rules/divisions/own-division.ts'
import { deleteDivision as remove } from '../../rules/divisions/retire-division.ts'

export const deleteDivision = implement(customerApi.deleteDivision, ({ world, accountId, path }) =>
  remove(world, ownDivision(world, accountId, path.id)),
)
