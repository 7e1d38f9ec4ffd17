import { randomUUID } from 'node:crypto'
import { invalidFields } from '../../http/refusal.ts'
import type { CaseRecord } from '../../store/case-record.ts'
import type { World } from '../../store/world.ts'
import { note } from '../cases/drive-case.ts'
import { isBlank } from '../field-messages.ts'
import { isDay, toUtc } from '../time.ts'

/** What is to be noted, and when it happened. */
interface NewNote {
  readonly description: string
  readonly eventDate?: string | null | undefined
}

/** A note as it was made. Times are ISO 8601 in UTC, with `Z`. */
export interface NoteRecord {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly createdAt: string
  readonly eventDate: string | null
}

/** Adds a collection partner's note to a case's timeline, which the creditor reads too. Otherwise 400. */
export function addNote(world: World, record: CaseRecord, request: NewNote): NoteRecord {
  const createdAt = world.now()
  const { description } = request
  if (isBlank(description)) throw invalidFields({ description: ['The description field is required.'] })
  const eventDate = pastMoment(request.eventDate, createdAt)
  const title = 'Note'
  note(record, {
    date: eventDate ?? createdAt,
    type: 'Note',
    title,
    description,
    actor: 'Partner user',
  })
  return { id: randomUUID(), title, description, createdAt, eventDate }
}

function pastMoment(eventDate: string | null | undefined, now: string): string | null {
  if (eventDate == null) return null
  if (!isDay(eventDate)) throw invalidFields({ eventDate: [`'${eventDate}' is not a day of the calendar.`] })
  const moment = toUtc(eventDate)
  if (moment > now) throw invalidFields({ eventDate: ['eventDate cannot be in the future.'] })
  return moment
}
