import { managedClaim } from '../../../sandbox/payloads.ts'
import { aboutCase, aboutNobody, aboutNoId, ask, givenManagedCase } from '../given.ts'
import type { Scenarios } from '../story.ts'

const one = (id: string) => `/managed-cases/${id}`

export const managedCases: Scenarios = {
  'POST /managed-cases': {
    200: ask('partner', 'POST', '/managed-cases', managedClaim()),
    400: ask('partner', 'POST', '/managed-cases', managedClaim({ amountToRecover: 0 })),
    422: async ({ partner }) => {
      const key = { 'Idempotency-Key': 'one' }
      await partner('POST', '/managed-cases', managedClaim(), key)
      return partner('POST', '/managed-cases', managedClaim({ amountToRecover: 1 }), key)
    },
  },
  'GET /managed-cases': {
    200: async (cast) => {
      for (const stage of ['opened', 'active', 'paid'] as const) await givenManagedCase(cast, stage)
      return cast.partner('GET', '/managed-cases')
    },
    400: ask('partner', 'GET', '/managed-cases?Page=0'),
  },
  'GET /managed-cases/{id}': {
    200: aboutCase('partner', 'GET', one, undefined, 'paid'),
    ...aboutNobody('partner', 'GET', one),
    ...aboutNoId('partner', 'GET', one),
  },
}
