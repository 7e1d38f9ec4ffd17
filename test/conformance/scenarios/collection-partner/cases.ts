import { AGENT, aboutCase, aboutNobody, aboutNoId, ask, givenManagedCase } from '../given.ts'
import type { Scenarios } from '../story.ts'

const one = (id: string) => `/cases/${id}`
const start = (id: string) => `/cases/${id}/start`
const close = (id: string) => `/cases/${id}/close`
const chats = (id: string) => `/cases/${id}/chats`

const WELCOME = { welcomeMessage: 'Hello', ...AGENT }
const HELLO = { message: 'Hello', ...AGENT }

export const partnerCases: Scenarios = {
  'GET /cases': {
    200: async (cast) => {
      for (const stage of ['opened', 'active', 'paid'] as const) await givenManagedCase(cast, stage)
      cast.world.seedCase()
      return cast.partner('GET', '/cases?includeTestCases=true')
    },
    400: ask('partner', 'GET', '/cases?Page=0'),
  },
  'GET /cases/{id}': {
    200: aboutCase('partner', 'GET', one, undefined, 'paid'),
    ...aboutNobody('partner', 'GET', one),
    ...aboutNoId('partner', 'GET', one),
  },
  'POST /cases/{id}/start': {
    200: aboutCase('partner', 'POST', start, {
      ...WELCOME,
      interestFees: 10,
      collectionPartnerReference: 'F-1',
    }),
    400: aboutCase('partner', 'POST', start, WELCOME, 'active'),
    ...aboutNobody('partner', 'POST', start, WELCOME),
  },
  'POST /cases/{id}/close': {
    200: aboutCase('partner', 'POST', close, { closeCode: 'DebtorUntraceable', comment: 'Gone' }, 'active'),
    400: aboutCase('partner', 'POST', close, { closeCode: 'Nirvana' }, 'active'),
    ...aboutNobody('partner', 'POST', close, { closeCode: 'Other' }),
  },
  'GET /cases/{id}/chats': {
    200: aboutCase('partner', 'GET', chats, undefined, 'active'),
    ...aboutNobody('partner', 'GET', chats),
    ...aboutNoId('partner', 'GET', chats),
  },
  'POST /cases/{id}/chats': {
    200: aboutCase('partner', 'POST', chats, HELLO, 'active'),
    400: aboutCase('partner', 'POST', chats, { ...HELLO, message: '' }, 'active'),
    ...aboutNobody('partner', 'POST', chats, HELLO),
  },
}
