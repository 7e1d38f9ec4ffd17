import { collectionPartnerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { advance } from '../../rules/cases/advance.ts'
import { ownCase } from '../../rules/cases/own-case.ts'

export const advanceTestCase = implement(
  collectionPartnerApi.advanceTestCase,
  ({ world, accountId, path, body }) => advance(world, ownCase(world, accountId, path.id), body),
)
