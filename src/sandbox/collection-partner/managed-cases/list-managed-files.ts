import { collectionPartnerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { ownCase } from '../../rules/cases/own-case.ts'
import { filesView } from '../../views/file-view.ts'
import { readStyle } from '../../views/timestamp.ts'

export const listManagedFiles = implement(
  collectionPartnerApi.listManagedFiles,
  ({ world, accountId, path }) => filesView(world, ownCase(world, accountId, path.id), readStyle(world)),
)
