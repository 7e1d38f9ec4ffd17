import { ask, givenClient } from '../given.ts'
import type { Scenarios } from '../story.ts'

export const referralCases: Scenarios = {
  'GET /cases': {
    200: async (cast) => {
      const externalTenantId = await givenClient(cast)
      for (const lifecycle of ['Active', 'PendingVerification', 'NeedsAdditionalDetails', 'Paused'] as const)
        cast.world.seedCase({ externalTenantId, lifecycle })
      return cast.referral('GET', '/cases')
    },
    400: ask('referral', 'GET', '/cases?Page=0'),
  },
}
