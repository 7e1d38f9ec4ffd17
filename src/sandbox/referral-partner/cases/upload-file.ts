import { referralPartnerApi } from '../../../contract/operations/index.ts'
import { CREDITOR_FILE_EXTENSIONS } from '../../../contract/words/index.ts'
import { implement } from '../../http/implement.ts'
import { clientCase } from '../../rules/clients/client-case.ts'
import { addFile } from '../../rules/dossier/add-file.ts'
import { readUpload } from '../../rules/dossier/read-upload.ts'
import { sendChat } from '../../rules/dossier/send-chat.ts'
import { teamOf } from '../../rules/team.ts'

export const uploadFile = implement(referralPartnerApi.uploadFile, ({ world, path, query, body }) => {
  const notifies = query.flag('sendChatNotification') ?? true
  const { record } = clientCase(world, path.caseId)
  const file = addFile(world, record, {
    upload: readUpload(body.file, 'file', CREDITOR_FILE_EXTENSIONS),
    documentType: 'OriginalInvoice',
    actor: 'Creditor user',
  })
  // A referral partner has no part in a case's chat: its client's first person speaks.
  const [author] = teamOf(world, record.accountId)
  if (!notifies || author === undefined) return undefined
  sendChat(world, record, { from: 'creditor', author, message: `A file was uploaded: ${file.fileName}` })
  return undefined
})
