import type { Chat } from '../../contract/shapes/index.ts'
import { ROLE_LABELS } from '../rules/dossier/role-labels.ts'
import type { CaseRecord } from '../store/case-record.ts'
import type { ChatRecord } from '../store/dossier.ts'
import { personName } from './person-name.ts'
import { type TimeStyle, written } from './timestamp.ts'

const ROLES = { partner: 0, creditor: 1 } as const

/** The messages about a case, oldest first. */
export function chatsView(record: CaseRecord, style: TimeStyle): Chat[] {
  const chats = record.dossier?.chats ?? []
  return chats.map((chat, place) => ({
    ...chatView(chat, style),
    // The other side has seen what it answered.
    isSeen: chats.slice(place + 1).some(({ from }) => from !== chat.from),
  }))
}

/** A message that was just written. */
export function chatView(chat: ChatRecord, style: TimeStyle): Chat {
  const { id, name, email } = chat.author
  return {
    id: chat.id,
    dateCreated: written(chat.dateCreated, style),
    dateUpdated: null,
    role: ROLES[chat.from],
    roleLabel: ROLE_LABELS[chat.from],
    message: chat.message,
    isSeen: false,
    user: { id, dateCreated: null, dateUpdated: null, ...personName(name), email },
  }
}
