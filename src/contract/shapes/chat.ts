import * as v from 'valibot'
import { CHAT_MESSAGE_MAX_LENGTH } from '../words/limits.ts'
import { email, int32, textOrNull, timestamp, timestampOrNull, uuid } from './field.ts'

/** Who wrote a message. Its `id` is a number, and not the id of `GET /users`. */
const ChatUser = v.object({
  id: int32,
  dateCreated: timestampOrNull,
  dateUpdated: timestampOrNull,
  firstName: textOrNull,
  lastName: textOrNull,
  email: textOrNull,
})

/** A message about a case. `role` is 0 for the partner, 1 for the creditor, 2 for a managing partner. */
export const Chat = v.object({
  id: uuid,
  dateCreated: timestamp,
  dateUpdated: timestampOrNull,
  role: v.picklist([0, 1, 2]),
  roleLabel: textOrNull,
  message: textOrNull,
  isSeen: v.boolean(),
  user: ChatUser,
})
/** A message about a case. */
export type Chat = v.InferOutput<typeof Chat>

/**
 * Body of `POST /cases/{id}/chats`. One of `userEmail` and `userId` is required; `userId` is deprecated.
 * @see docs.debitura.com/clients/integration-guides, send chat messages
 */
export const SendChatRequest = v.object({
  message: v.pipe(v.string(), v.minLength(0), v.maxLength(CHAT_MESSAGE_MAX_LENGTH)),
  userId: v.nullish(uuid),
  userEmail: v.nullish(email),
})
/** Body of `POST /cases/{id}/chats`. */
export type SendChatRequest = v.InferInput<typeof SendChatRequest>
