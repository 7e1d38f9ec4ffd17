import { ask, givenClient } from '../given.ts'
import type { Scenarios } from '../story.ts'

const PAID = { date: '2026-02-01', paymentRecipient: 'CollectionPartner', paymentAmount: 250 }

export const reporting: Scenarios = {
  'GET /reporting/transactions': {
    200: async (cast) => {
      const externalTenantId = await givenClient(cast)
      const { id } = cast.world.seedCase({ externalTenantId })
      await cast.partner('POST', `/cases/${id}/payments`, PAID)
      return cast.referral('GET', '/reporting/transactions')
    },
    400: ask('referral', 'GET', '/reporting/transactions?PageSize=0'),
  },
}
