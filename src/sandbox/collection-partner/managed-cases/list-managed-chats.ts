import { collectionPartnerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { ownCase } from '../../rules/cases/own-case.ts'
import { chatsView } from '../../views/chat-view.ts'
import { readStyle } from '../../views/timestamp.ts'

export const listManagedChats = implement(
  collectionPartnerApi.listManagedChats,
  ({ world, accountId, path }) => chatsView(ownCase(world, accountId, path.id), readStyle(world)),
)
