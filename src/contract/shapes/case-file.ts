import * as v from 'valibot'
import { textOrNull, timestamp, uuid } from './field.ts'

/** A file in a form, once it was read. On the wire it is a part with a file name. */
export const Upload = v.pipe(
  v.object({
    name: v.string(),
    /** Its media type; empty where the caller gave none. */
    type: v.string(),
    size: v.number(),
    bytes: v.instance(Uint8Array),
  }),
  v.metadata({ type: 'string', format: 'binary' }),
)
/** A file in a form, once it was read. */
export type Upload = v.InferOutput<typeof Upload>

/** Form of `POST /cases/{id}/files` on the Customer API. */
export const UploadFileRequest = v.object({
  File: Upload,
  Description: v.optional(v.string()),
  DocumentType: v.optional(v.string()),
})
/** Form of `POST /cases/{id}/files` on the Customer API. */
export type UploadFileRequest = v.InferInput<typeof UploadFileRequest>

/** The same on the Collection Partner API, where the schema requires nothing, and the operation needs the file. */
export const PartnerUploadFileRequest = v.object({ ...UploadFileRequest.entries, File: v.optional(Upload) })
/** Form of `POST /cases/{id}/files` on the Collection Partner API. */
export type PartnerUploadFileRequest = v.InferInput<typeof PartnerUploadFileRequest>

/** Form of `POST /cases/{caseId}/files` on the Referral Partner API. The operation needs the file. */
export const ReferralUploadFileRequest = v.object({ file: v.optional(Upload) })
/** Form of `POST /cases/{caseId}/files` on the Referral Partner API. */
export type ReferralUploadFileRequest = v.InferInput<typeof ReferralUploadFileRequest>

/** A file of a case. `url` is signed, and says in `se` until when it works. */
export const CaseFile = v.object({
  id: uuid,
  dateCreated: timestamp,
  dateUpdated: timestamp,
  caseId: uuid,
  entityType: textOrNull,
  entityId: uuid,
  fileName: textOrNull,
  url: textOrNull,
  description: textOrNull,
  documentType: textOrNull,
})
/** A file of a case. */
export type CaseFile = v.InferOutput<typeof CaseFile>
