import { aboutCase, aboutNobody, aboutNoId, givenCase } from '../given.ts'
import type { Scenarios } from '../story.ts'

const chats = (id: string) => `/cases/${id}/chats`
const HELLO = { message: 'Hello', userEmail: 'carl@creditor.example' }

export const customerChats: Scenarios = {
  'GET /cases/{id}/chats': {
    200: async (cast) => {
      const id = await givenCase(cast, 'active')
      await cast.customer('POST', chats(id), HELLO)
      return cast.customer('GET', chats(id))
    },
    ...aboutNobody('customer', 'GET', chats),
    ...aboutNoId('customer', 'GET', chats),
  },
  'POST /cases/{id}/chats': {
    200: aboutCase('customer', 'POST', chats, HELLO),
    400: aboutCase('customer', 'POST', chats, { ...HELLO, message: '' }),
    ...aboutNobody('customer', 'POST', chats, HELLO),
  },
}
