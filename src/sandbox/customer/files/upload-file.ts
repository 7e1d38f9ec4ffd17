import { customerApi } from '../../../contract/operations/index.ts'
import { CREDITOR_FILE_EXTENSIONS } from '../../../contract/words/index.ts'
import { implement } from '../../http/implement.ts'
import { ownCase } from '../../rules/cases/own-case.ts'
import { addFile } from '../../rules/dossier/add-file.ts'
import { readDocumentType, readUpload } from '../../rules/dossier/read-upload.ts'
import { fileView } from '../../views/file-view.ts'

export const uploadFile = implement(customerApi.uploadFile, ({ world, accountId, path, body }) => {
  const record = ownCase(world, accountId, path.id)
  const file = addFile(world, record, {
    upload: readUpload(body.File, 'File', CREDITOR_FILE_EXTENSIONS),
    documentType: readDocumentType(body.DocumentType) ?? 'OriginalInvoice',
    description: body.Description,
    actor: 'Creditor user',
  })
  return fileView(world, record, file, 'zoned')
})
