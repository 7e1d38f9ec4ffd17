import { collectionPartnerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { collectedCase } from '../../rules/cases/collected-case.ts'
import { caseView } from '../../views/case-view.ts'
import { readStyle } from '../../views/timestamp.ts'

export const getCase = implement(collectionPartnerApi.getCase, ({ world, accountId, path }) =>
  caseView(world, collectedCase(world, accountId, path.id), readStyle(world)),
)
