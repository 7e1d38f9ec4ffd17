import { collectionPartnerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { collectedCase } from '../../rules/cases/collected-case.ts'
import { filesView } from '../../views/file-view.ts'
import { readStyle } from '../../views/timestamp.ts'

export const listFiles = implement(collectionPartnerApi.listFiles, ({ world, accountId, path }) =>
  filesView(world, collectedCase(world, accountId, path.id), readStyle(world)),
)
