import { collectionPartnerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { ownCase } from '../../rules/cases/own-case.ts'
import { caseView } from '../../views/case-view.ts'
import { readStyle } from '../../views/timestamp.ts'

export const getManagedCase = implement(collectionPartnerApi.getManagedCase, ({ world, accountId, path }) =>
  caseView(world, ownCase(world, accountId, path.id), readStyle(world)),
)
