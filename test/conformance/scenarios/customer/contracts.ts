import { aboutCase, aboutNobody, aboutNoId, ask } from '../given.ts'
import type { Scenarios } from '../story.ts'

const ofCase = (id: string) => `/cases/${id}/contract-status`

export const contracts: Scenarios = {
  'GET /contracts/debt-collection/status': {
    200: async (cast) => {
      const { externalTenantId } = cast.world.seedClient({ onboardingDone: false })
      const client = await cast.client(externalTenantId)
      await client('GET', '/contracts/debt-collection/status')
      return ask('customer', 'GET', '/contracts/debt-collection/status')(cast)
    },
  },
  'GET /cases/{id}/contract-status': {
    200: aboutCase('customer', 'GET', ofCase),
    ...aboutNobody('customer', 'GET', ofCase),
    ...aboutNoId('customer', 'GET', ofCase),
  },
}
