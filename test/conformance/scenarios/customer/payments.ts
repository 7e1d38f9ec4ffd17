import { aboutCase, aboutNobody, aboutNoId, ask, givenCase } from '../given.ts'
import type { Scenarios } from '../story.ts'

const ofCase = (id: string) => `/cases/${id}/payments`
const one = (id: string) => `/Payments/${id}`

export const customerPayments: Scenarios = {
  'GET /cases/{id}/payments': {
    200: aboutCase('customer', 'GET', ofCase, undefined, 'paid'),
    ...aboutNobody('customer', 'GET', ofCase),
    ...aboutNoId('customer', 'GET', ofCase),
  },
  'GET /Payments': {
    200: async (cast) => {
      await givenCase(cast, 'paid')
      return cast.customer('GET', '/Payments')
    },
    400: ask('customer', 'GET', '/Payments?PageSize=0'),
  },
  'GET /Payments/{id}': {
    200: async (cast) => {
      const id = await givenCase(cast, 'paid')
      const { body } = await cast.customer('GET', ofCase(id))
      return cast.customer('GET', one(body[0].id))
    },
    ...aboutNobody('customer', 'GET', one),
    ...aboutNoId('customer', 'GET', one),
  },
}
