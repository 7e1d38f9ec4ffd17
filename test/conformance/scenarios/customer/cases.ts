import { claim } from '../../../sandbox/payloads.ts'
import { aboutCase, aboutNobody, aboutNoId, ask, givenCase } from '../given.ts'
import type { Scenarios } from '../story.ts'

export const cases: Scenarios = {
  'POST /cases': {
    200: ask('customer', 'POST', '/cases', claim({ creditorReference: 'INV-1', dueDate: '2026-01-20' })),
    400: async (cast) => {
      await givenCase(cast, 'opened', { creditorReference: 'INV-1' })
      return cast.customer('POST', '/cases', claim({ creditorReference: 'INV-1' }))
    },
    422: async ({ customer }) => {
      const key = { 'Idempotency-Key': 'one' }
      await customer('POST', '/cases', claim(), key)
      return customer('POST', '/cases', claim({ amountToRecover: 1 }), key)
    },
  },
  'GET /cases': {
    200: async (cast) => {
      for (const stage of ['opened', 'active', 'paid'] as const) await givenCase(cast, stage)
      return cast.customer('GET', '/cases?PageSize=50')
    },
    400: ask('customer', 'GET', '/cases?PageSize=101'),
  },
  'GET /cases/{id}': {
    200: aboutCase('customer', 'GET', (id) => `/cases/${id}`, undefined, 'paid'),
    ...aboutNobody('customer', 'GET', (id) => `/cases/${id}`),
    ...aboutNoId('customer', 'GET', (id) => `/cases/${id}`),
  },
  'GET /cases/by-creditor-reference/{creditorReference}': {
    200: async (cast) => {
      await givenCase(cast, 'active', { creditorReference: 'INV-1' })
      return cast.customer('GET', '/cases/by-creditor-reference/INV-1')
    },
    404: ask('customer', 'GET', '/cases/by-creditor-reference/INV-1'),
  },
  'GET /cases/case-reference/{caseReference}': {
    200: async (cast) => {
      const { body } = await cast.customer('POST', '/cases', claim())
      return cast.customer('GET', `/cases/case-reference/${body.reference}`)
    },
    404: ask('customer', 'GET', '/cases/case-reference/nothing'),
  },
  'GET /cases/{id}/timeline': {
    200: aboutCase('customer', 'GET', (id) => `/cases/${id}/timeline`, undefined, 'paid'),
    ...aboutNobody('customer', 'GET', (id) => `/cases/${id}/timeline`),
    ...aboutNoId('customer', 'GET', (id) => `/cases/${id}/timeline`),
  },
}
