import { customerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { ownCase } from '../../rules/cases/own-case.ts'
import { caseView } from '../../views/case-view.ts'
import { readStyle } from '../../views/timestamp.ts'

export const getCase = implement(customerApi.getCase, ({ world, accountId, path }) =>
  caseView(world, ownCase(world, accountId, path.id), readStyle(world)),
)
