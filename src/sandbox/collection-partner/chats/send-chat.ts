import { collectionPartnerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { collectedCase } from '../../rules/cases/collected-case.ts'
import { refuseBlank, sendChat as send } from '../../rules/dossier/send-chat.ts'
import { askForReply } from '../../rules/dossier/tasks.ts'
import { actingMember } from '../../rules/team.ts'
import { chatView } from '../../views/chat-view.ts'

export const sendChat = implement(collectionPartnerApi.sendChat, ({ world, accountId, path, body }) => {
  const record = collectedCase(world, accountId, path.id)
  refuseBlank(body.message, 'message')
  const author = actingMember(world, accountId, body)
  const chat = send(world, record, { from: 'partner', author, message: body.message })
  askForReply(world, record)
  return chatView(chat, 'zoned')
})
