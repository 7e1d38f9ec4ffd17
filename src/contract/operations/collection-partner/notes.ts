import { ApiError } from '../../shapes/error.ts'
import { CreateNoteRequest, Note } from '../../shapes/note.ts'
import { operation } from '../operation.ts'

/** A collection partner notes what it does; the creditor sees it. */
export const notes = {
  addNote: operation({
    method: 'POST',
    path: '/cases/{id}/notes',
    safety: 'once',
    body: CreateNoteRequest,
    success: [200],
    answer: Note,
    refusals: { 400: ApiError, 404: ApiError, 500: ApiError },
  }),
} as const
