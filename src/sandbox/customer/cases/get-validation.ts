import { customerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { ownCase } from '../../rules/cases/own-case.ts'
import { readStyle } from '../../views/timestamp.ts'
import { validationView } from '../../views/validation-view.ts'

export const getValidation = implement(customerApi.getValidation, ({ world, accountId, path }) =>
  validationView(ownCase(world, accountId, path.id), readStyle(world)),
)
