import { collectionPartnerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import * as cases from '../../rules/cases/delete-cases.ts'
import { ownCaseOrNone } from '../../rules/cases/own-case.ts'

export const deleteTestCase = implement(collectionPartnerApi.deleteTestCase, ({ world, accountId, path }) =>
  cases.deleteTestCase(world, ownCaseOrNone(world, accountId, path.id)),
)
