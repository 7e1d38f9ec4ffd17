import { aboutNobody, ask, givenCase } from '../given.ts'
import { subscribed } from '../receiver.ts'
import type { Scenarios } from '../story.ts'

const one = (id: string) => `/webhooks/${id}`
const WANTED = { url: 'https://hooks.example.com/debitura', events: ['case.created'], isTestMode: true }

export const customerWebhooks: Scenarios = {
  'POST /webhooks': {
    201: ask('customer', 'POST', '/webhooks', WANTED),
    400: ask('customer', 'POST', '/webhooks', { ...WANTED, events: [] }),
  },
  'GET /webhooks': {
    200: async ({ customer }) => {
      await customer('POST', '/webhooks', WANTED)
      return customer('GET', '/webhooks')
    },
  },
  'DELETE /webhooks/{id}': {
    204: async ({ customer }) => {
      const { body } = await customer('POST', '/webhooks', WANTED)
      return customer('DELETE', one(body.id))
    },
    ...aboutNobody('customer', 'DELETE', one),
  },
  'GET /webhooks/events': {
    200: async (cast) => {
      const { arrived } = await subscribed(cast, 'customer', ['case.created'])
      const id = await givenCase(cast)
      await arrived(1)
      return cast.customer('GET', `/webhooks/events?caseId=${id}`)
    },
    400: ask('customer', 'GET', '/webhooks/events'),
  },
}
