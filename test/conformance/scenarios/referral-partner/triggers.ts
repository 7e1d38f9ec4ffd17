import { ask, givenClient } from '../given.ts'
import type { Scenarios } from '../story.ts'
import { subscriptionTo } from '../webhooks.ts'

const PATH = '/v1/Webhooks/test'

export const triggers: Scenarios = {
  'POST /v1/Webhooks/test': {
    200: async (cast) => {
      const externalTenantId = await givenClient(cast)
      await cast.referral('POST', '/v1/Webhooks', subscriptionTo(['client.linked']))
      return cast.referral('POST', PATH, { eventType: 'client.linked', externalTenantId })
    },
    400: ask('referral', 'POST', PATH, { eventType: 'client.vanished' }),
    404: ask('referral', 'POST', PATH, { eventType: 'client.linked', externalTenantId: 'nobody' }),
  },
}
