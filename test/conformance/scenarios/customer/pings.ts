import { receiver } from '../../../sandbox/webhooks/receiver.ts'
import { aboutNobody, givenCase } from '../given.ts'
import type { Cast, Scenarios } from '../story.ts'
import { givenSubscription, subscriptionTo } from '../webhooks.ts'

const ROOM = { who: 'customer', path: '/webhooks' } as const
const SINCE = { sinceUtc: '2020-01-01T00:00:00Z' }

/** A ping, under either of its paths: of a receiver that answers, and of one that cannot be reached. */
const pinging = (verb: string) => ({
  200: async (cast: Cast) => {
    const { url } = await receiver()
    const { body } = await cast.customer('POST', '/webhooks', subscriptionTo(['case.updated'], url))
    await cast.customer('POST', `/webhooks/${await givenSubscription(cast, ROOM)}${verb}`)
    return cast.customer('POST', `/webhooks/${body.id}${verb}`)
  },
  ...aboutNobody('customer', 'POST', (id) => `/webhooks/${id}${verb}`),
})

/** Counting the cases since some time, which is all that this replay does. */
const counting = (verb: string) => ({
  200: async (cast: Cast) => {
    await givenCase(cast)
    return cast.customer('POST', `/webhooks/${await givenSubscription(cast, ROOM)}${verb}`, SINCE)
  },
  400: async (cast: Cast) =>
    cast.customer('POST', `/webhooks/${await givenSubscription(cast, ROOM)}${verb}`, { sinceUtc: 'once' }),
  ...aboutNobody('customer', 'POST', (id) => `/webhooks/${id}${verb}`, SINCE),
})

export const pings: Scenarios = {
  'POST /webhooks/{id}/test': pinging('/test'),
  'POST /webhooks/{id}:test': pinging(':test'),
  'POST /webhooks/{id}/replay': counting('/replay'),
  'POST /webhooks/{id}:replay': counting(':replay'),
}
