import { randomUUID } from 'node:crypto'
import { invalidFields } from '../../http/refusal.ts'
import type { CaseRecord } from '../../store/case-record.ts'
import { type ChatRecord, dossierOf } from '../../store/dossier.ts'
import type { World } from '../../store/world.ts'
import { announce } from '../../webhooks/announce.ts'
import { chatData } from '../../webhooks/event-data.ts'
import { isBlank } from '../field-messages.ts'
import type { Member } from '../team.ts'
import { replied } from './tasks.ts'

/** What is written, by whom, and for which side. */
interface NewChat {
  readonly from: ChatRecord['from']
  readonly author: Member
  readonly message: string
}

/** Adds a message to a case, and tells who subscribed to it. */
export function sendChat(world: World, record: CaseRecord, { from, author, message }: NewChat): ChatRecord {
  const { number: id, name, email } = author
  const chat = { id: randomUUID(), dateCreated: world.now(), from, author: { id, name, email }, message }
  dossierOf(record).chats.push(chat)
  if (from === 'creditor') replied(world, record)
  announce(world, record, { event: 'chat.created', data: chatData(chat) })
  return chat
}

/** Refuses a message that says nothing. The guide asks for 1 character at least; the schema has no lower limit. */
export function refuseBlank(message: string, field: 'message' | 'welcomeMessage'): void {
  if (isBlank(message)) throw invalidFields({ [field]: [`The ${field} field is required.`] })
}
