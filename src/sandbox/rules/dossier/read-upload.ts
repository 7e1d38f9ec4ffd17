import type { Upload } from '../../../contract/shapes/index.ts'
import {
  DOCUMENT_TYPES,
  type DocumentType,
  FILE_DESCRIPTION_MAX_LENGTH,
} from '../../../contract/words/index.ts'
import { badRequest, invalidFields, refusal } from '../../http/refusal.ts'

/**
 * The file that was uploaded: 400 where there is none or nothing in it, 415 where its name ends in something else than
 * the operation takes.
 */
export function readUpload(
  upload: Upload | undefined,
  field: 'File' | 'file',
  extensions: readonly string[],
): Upload {
  if (upload === undefined || upload.name === '') throw invalidFields({ [field]: [`${field} is required.`] })
  if (upload.size === 0) throw badRequest('InvalidFile', `'${upload.name}' is empty.`)
  const extension = /\.([^./\\]+)$/.exec(upload.name)?.[1]?.toLowerCase() ?? ''
  if (extensions.includes(extension)) return upload
  const allowed = extensions.map((one) => `.${one}`).join(', ')
  throw refusal(
    415,
    'UnsupportedFileType',
    `'${upload.name}' is of a type that is not taken. Use ${allowed}.`,
  )
}

/** What a document is said to be, in any case; `undefined` where nothing is said. */
export function readDocumentType(text: string | undefined): DocumentType | undefined {
  if (text === undefined || text === '') return undefined
  const known = DOCUMENT_TYPES.find((name) => name.toLowerCase() === text.toLowerCase())
  if (known !== undefined) return known
  throw badRequest(
    'InvalidDocumentType',
    `'${text}' is not a document type. Use ${DOCUMENT_TYPES.join(', ')}.`,
  )
}

/** Refuses a description that the Collection Partner API would not take. */
export function refuseLongDescription(description = ''): void {
  if (description.length <= FILE_DESCRIPTION_MAX_LENGTH) return
  const message = `Description has more than ${FILE_DESCRIPTION_MAX_LENGTH} characters.`
  throw invalidFields({ Description: [message] })
}
