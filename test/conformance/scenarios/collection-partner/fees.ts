import { aboutCase, aboutNobody } from '../given.ts'
import type { Scenarios } from '../story.ts'

const fees = (id: string) => `/cases/${id}/fees`
const FEES = { interestFees: 10.5, reminderFees: 20, collectionFees: 0.3 }

export const partnerFees: Scenarios = {
  'PUT /cases/{id}/fees': {
    200: aboutCase('partner', 'PUT', fees, FEES, 'active'),
    400: aboutCase('partner', 'PUT', fees, { interestFees: -1 }, 'active'),
    ...aboutNobody('partner', 'PUT', fees, FEES),
    409: async ({ partner, world }) => partner('PUT', fees(world.seedCase().id), { grossAmount: 100 }),
  },
}
