import { aboutNobody, ask, givenCase } from '../given.ts'
import type { Cast, Scenarios } from '../story.ts'

const branch = {
  companyName: 'Branch',
  registrationNumber: '12345678',
  address: '1 High Street',
  zipCode: '5000',
  city: 'Odense',
  countryCode: 'DK',
  contactEmail: 'branch@creditor.example',
  contactPhone: '+4512345678',
}
const one = (id: string) => `/divisions/${id}`

async function givenDivision({ customer }: Cast): Promise<string> {
  return String((await customer('POST', '/divisions', branch)).body.id)
}

/** Archiving, under either of its paths. */
const archiving = (verb: string) => ({
  200: async (cast: Cast) => cast.customer('POST', one(await givenDivision(cast)) + verb),
  ...aboutNobody('customer', 'POST', (id) => one(id) + verb),
  422: async (cast: Cast) => {
    const path = one(await givenDivision(cast)) + verb
    await cast.customer('POST', path)
    return cast.customer('POST', path)
  },
})

export const divisions: Scenarios = {
  'POST /divisions': {
    201: ask('customer', 'POST', '/divisions', branch),
    400: ask('customer', 'POST', '/divisions', {}),
    422: async ({ customer }) => {
      const key = { 'Idempotency-Key': 'one' }
      await customer('POST', '/divisions', branch, key)
      return customer('POST', '/divisions', { ...branch, city: 'Aarhus' }, key)
    },
  },
  'GET /divisions': {
    200: async (cast) => {
      await givenDivision(cast)
      return cast.customer('GET', '/divisions?includeArchived=true')
    },
  },
  'GET /divisions/{id}': {
    200: async (cast) => cast.customer('GET', one(await givenDivision(cast))),
    ...aboutNobody('customer', 'GET', one),
  },
  'PUT /divisions/{id}': {
    200: async (cast) => cast.customer('PUT', one(await givenDivision(cast)), branch),
    400: async (cast) => cast.customer('PUT', one(await givenDivision(cast)), {}),
    ...aboutNobody('customer', 'PUT', one, branch),
  },
  'DELETE /divisions/{id}': {
    204: async (cast) => cast.customer('DELETE', one(await givenDivision(cast))),
    ...aboutNobody('customer', 'DELETE', one),
    422: async (cast) => {
      const creditorDivisionId = await givenDivision(cast)
      await givenCase(cast, 'active', { creditorDivisionId })
      return cast.customer('DELETE', one(creditorDivisionId))
    },
  },
  'POST /divisions/{id}/archive': archiving('/archive'),
  'POST /divisions/{id}:archive': archiving(':archive'),
}
