import { collectionPartnerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { collectedCase } from '../../rules/cases/collected-case.ts'
import { chatsView } from '../../views/chat-view.ts'
import { readStyle } from '../../views/timestamp.ts'

export const listChats = implement(collectionPartnerApi.listChats, ({ world, accountId, path }) =>
  chatsView(collectedCase(world, accountId, path.id), readStyle(world)),
)
