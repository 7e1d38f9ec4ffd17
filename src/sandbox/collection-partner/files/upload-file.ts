import { collectionPartnerApi } from '../../../contract/operations/index.ts'
import { PARTNER_FILE_EXTENSIONS } from '../../../contract/words/index.ts'
import { implement } from '../../http/implement.ts'
import { refusal } from '../../http/refusal.ts'
import { collectedCase } from '../../rules/cases/collected-case.ts'
import { addFile } from '../../rules/dossier/add-file.ts'
import { readDocumentType, readUpload, refuseLongDescription } from '../../rules/dossier/read-upload.ts'
import { fileView } from '../../views/file-view.ts'

export const uploadFile = implement(collectionPartnerApi.uploadFile, ({ world, accountId, path, body }) => {
  const record = collectedCase(world, accountId, path.id)
  if (record.lifecycle === 'Merged') {
    throw refusal(409, 'CaseMerged', 'The case was merged into another, and takes no more files.')
  }
  const upload = readUpload(body.File, 'File', PARTNER_FILE_EXTENSIONS)
  refuseLongDescription(body.Description)
  const file = addFile(world, record, {
    upload,
    documentType: readDocumentType(body.DocumentType) ?? 'PartnerDocuments',
    description: body.Description,
    actor: 'Partner user',
  })
  return fileView(world, record, file, 'zoned')
})
