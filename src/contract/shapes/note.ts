import * as v from 'valibot'
import { NOTE_MAX_LENGTH } from '../words/limits.ts'
import { int32, textOrNull, timestamp, timestampOrNull, uuid } from './field.ts'

/** Body of `POST /cases/{id}/notes`. `eventDate` is not in the future, and now where it is left out. */
export const CreateNoteRequest = v.object({
  description: v.pipe(v.string(), v.minLength(0), v.maxLength(NOTE_MAX_LENGTH)),
  eventDate: v.nullish(timestamp),
})
/** Body of `POST /cases/{id}/notes`. */
export type CreateNoteRequest = v.InferInput<typeof CreateNoteRequest>

/** A note on a case, which the creditor sees too. @see Collection Partner API, `POST /cases/{id}/notes` */
export const Note = v.object({
  id: uuid,
  caseReference: textOrNull,
  title: textOrNull,
  description: textOrNull,
  visibility: textOrNull,
  createdAt: timestamp,
  eventDate: timestampOrNull,
  createdBy: v.object({ userId: int32, userName: textOrNull }),
})
/** A note on a case. */
export type Note = v.InferOutput<typeof Note>
