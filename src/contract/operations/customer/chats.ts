import { Chat, SendChatRequest } from '../../shapes/chat.ts'
import { ApiError } from '../../shapes/error.ts'
import { operation } from '../operation.ts'

/** Creditor and collection partner write to each other about a case. */
export const chats = {
  sendChat: operation({
    method: 'POST',
    path: '/cases/{id}/chats',
    safety: 'once',
    body: SendChatRequest,
    success: [200],
    answer: Chat,
    refusals: { 400: ApiError, 404: ApiError, 500: ApiError },
  }),
} as const
