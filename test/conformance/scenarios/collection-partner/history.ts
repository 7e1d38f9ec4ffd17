import { document } from '../../../sandbox/upload.ts'
import { form } from '../files.ts'
import { AGENT, aboutCase, aboutNobody, aboutNoId, givenManagedCase } from '../given.ts'
import type { Scenarios } from '../story.ts'

const NOTE = { title: 'A call', description: 'Called the debtor.', eventDate: '2026-02-01', ...AGENT }

const notes = (id: string) => `/cases/${id}/notes`
const timeline = (id: string) => `/cases/${id}/timeline`
const managed = (what: string) => (id: string) => `/managed-cases/${id}/${what}`

/** Reading something of a managed case that was paid. */
const reading = (path: (id: string) => string): Scenarios[string] => ({
  200: aboutCase('partner', 'GET', path, undefined, 'paid'),
  ...aboutNobody('partner', 'GET', path),
  ...aboutNoId('partner', 'GET', path),
})

export const partnerHistory: Scenarios = {
  'POST /cases/{id}/notes': {
    200: aboutCase('partner', 'POST', notes, NOTE, 'active'),
    400: aboutCase('partner', 'POST', notes, { ...NOTE, description: '' }, 'active'),
    ...aboutNobody('partner', 'POST', notes, NOTE),
  },
  'GET /cases/{id}/timeline': reading(timeline),
  'GET /managed-cases/{id}/timeline': reading(managed('timeline')),
  'GET /managed-cases/{id}/chats': {
    ...reading(managed('chats')),
    200: async (cast) => {
      const id = await givenManagedCase(cast, 'active')
      return cast.partner('GET', managed('chats')(id))
    },
  },
  'GET /managed-cases/{id}/files': {
    ...reading(managed('files')),
    200: async (cast) => {
      const id = await givenManagedCase(cast, 'active')
      await cast.partner('POST', `/cases/${id}/files`, form({ File: document() }))
      return cast.partner('GET', managed('files')(id))
    },
  },
}
