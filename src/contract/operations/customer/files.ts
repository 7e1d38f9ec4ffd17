import { CaseFile, UploadFileRequest } from '../../shapes/case-file.ts'
import { ApiError } from '../../shapes/error.ts'
import { operation } from '../operation.ts'

/** Adding to the documents of a case, which creditor and collection partner share. */
export const files = {
  uploadFile: operation({
    method: 'POST',
    path: '/cases/{id}/files',
    safety: 'once',
    body: UploadFileRequest,
    bodyType: 'multipart',
    success: [200],
    answer: CaseFile,
    refusals: { 400: ApiError, 404: ApiError, 413: ApiError, 415: ApiError, 500: ApiError },
  }),
} as const
