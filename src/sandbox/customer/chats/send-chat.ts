import { customerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { ownCase } from '../../rules/cases/own-case.ts'
import { refuseBlank, sendChat as send } from '../../rules/dossier/send-chat.ts'
import { actingMember } from '../../rules/team.ts'
import { chatView } from '../../views/chat-view.ts'

export const sendChat = implement(customerApi.sendChat, ({ world, accountId, path, body }) => {
  const record = ownCase(world, accountId, path.id)
  refuseBlank(body.message, 'message')
  const author = actingMember(world, accountId, body)
  return chatView(send(world, record, { from: 'creditor', author, message: body.message }), 'zoned')
})
