import { aboutCase, ask } from '../given.ts'
import type { Scenarios } from '../story.ts'

export const partnerWebhooks: Scenarios = {
  'GET /webhooks/events': {
    200: aboutCase('partner', 'GET', (id) => `/webhooks/events?caseId=${id}`),
    400: ask('partner', 'GET', '/webhooks/events'),
  },
}
