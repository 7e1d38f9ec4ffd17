import * as v from 'valibot'
import { int32, optionalText, timestamp, uuid } from './field.ts'

/** One event of a batch. Its only type is 0, a note. */
export const IngestionRow = v.object({
  type: v.optional(v.picklist([0])),
  caseId: v.optional(uuid),
  description: optionalText(),
  eventDate: v.nullish(timestamp),
  externalRef: optionalText(),
})
/** One event of a batch. */
export type IngestionRow = v.InferInput<typeof IngestionRow>

/** Body of `POST /ingestion-jobs`. @see Collection Partner API, `POST /ingestion-jobs` */
export const CreateIngestionJobRequest = v.object({ rows: v.nullish(v.array(IngestionRow)) })
/** Body of `POST /ingestion-jobs`. */
export type CreateIngestionJobRequest = v.InferInput<typeof CreateIngestionJobRequest>

/** A batch that was taken. */
export const CreateIngestionJobResult = v.object({ jobId: uuid, rowsQueued: int32 })
/** A batch that was taken. */
export type CreateIngestionJobResult = v.InferOutput<typeof CreateIngestionJobResult>

/** How far a batch has got; see `INGESTION_STATUSES` for the numbers. */
export const IngestionJobStatus = v.object({
  status: v.picklist([0, 1, 2, 3, 4]),
  rowsTotal: int32,
  rowsSucceeded: int32,
  rowsFailed: int32,
})
/** How far a batch has got. */
export type IngestionJobStatus = v.InferOutput<typeof IngestionJobStatus>
