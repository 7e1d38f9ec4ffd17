import { collectionPartnerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { collectedCase } from '../../rules/cases/collected-case.ts'
import { readStyle } from '../../views/timestamp.ts'
import { validationView } from '../../views/validation-view.ts'

export const getValidation = implement(collectionPartnerApi.getValidation, ({ world, accountId, path }) =>
  validationView(collectedCase(world, accountId, path.id), readStyle(world)),
)
