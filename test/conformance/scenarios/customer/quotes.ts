import { aboutNobody, aboutNoId } from '../given.ts'
import { type Call, type Cast, NOBODY, type Scenarios } from '../story.ts'

const requests = (id: string) => `/cases/${id}/quote-requests`
const request = (id: string, of = NOBODY) => `${requests(of)}/${id}`
const quotes = (id: string, of = NOBODY) => `${request(id, of)}/quotes`
const quote = (id: string, of = NOBODY) => `${quotes(NOBODY, of)}/${id}`

/** A case for which three partners quoted: a fee of success, one of both kinds, and one by the hour. */
async function givenQuotes({ customer, world }: Cast) {
  const { id } = world.seedCase({ lifecycle: 'Leads' })
  const offers = [1, 2, 3].map(() => world.offerQuote(id))
  return { id, offers, requestId: await firstRequest(customer, id) }
}

async function firstRequest(customer: Call, id: string): Promise<string> {
  const { body } = await customer('GET', requests(id))
  return String(body.quoteRequests[0].quoteRequestId)
}

export const quoteRequests: Scenarios = {
  'GET /cases/{id}/quote-requests': {
    200: async (cast) => {
      const { id } = await givenQuotes(cast)
      return cast.customer('GET', requests(id))
    },
    ...aboutNobody('customer', 'GET', requests),
    ...aboutNoId('customer', 'GET', requests),
  },
  'GET /cases/{id}/quote-requests/{quoteRequestId}': {
    200: async (cast) => {
      const { id, requestId } = await givenQuotes(cast)
      return cast.customer('GET', request(requestId, id))
    },
    ...aboutNobody('customer', 'GET', (id) => request(id)),
    ...aboutNoId('customer', 'GET', (id) => request(id)),
  },
  'GET /cases/{id}/quote-requests/{quoteRequestId}/quotes': {
    200: async (cast) => {
      const { id, requestId } = await givenQuotes(cast)
      return cast.customer('GET', quotes(requestId, id))
    },
    ...aboutNobody('customer', 'GET', (id) => quotes(id)),
    ...aboutNoId('customer', 'GET', (id) => quotes(id)),
  },
  'GET /cases/{id}/quote-requests/{quoteRequestId}/quotes/{quoteId}': {
    200: async (cast) => {
      const { id, requestId } = await givenQuotes(cast)
      const { body } = await cast.customer('GET', quotes(requestId, id))
      const read = (of: number) => cast.customer('GET', `${quotes(requestId, id)}/${body.quotes[of].quoteId}`)
      await read(1)
      await read(2)
      return read(0)
    },
    ...aboutNobody('customer', 'GET', (id) => quote(id)),
    ...aboutNoId('customer', 'GET', (id) => quote(id)),
  },
}
