import { vi } from 'vitest'
import { receiver } from '../../sandbox/webhooks/receiver.ts'
import { aboutCase, aboutNobody, ask, givenCase, givenManagedCase } from './given.ts'
import { type Answer, type Cast, NOBODY, type Scenarios, type Story } from './story.ts'

type Who = 'customer' | 'referral' | 'partner'

/** Where an API keeps its subscriptions, how they are changed, and what making one answers. */
interface Room {
  readonly who: Who
  readonly path: string
  readonly verb: 'PUT' | 'PATCH'
  readonly created: 200 | 201
}

export const subscriptionTo = (events: readonly string[], url = 'https://hooks.example.com/debitura') => ({
  url,
  events,
  isTestMode: true,
})
const WANTED = subscriptionTo(['case.updated'])

/** A subscription that delivers to nobody. */
export async function givenSubscription(
  cast: Cast,
  { who, path }: Pick<Room, 'who' | 'path'>,
): Promise<string> {
  return String((await cast[who]('POST', path, WANTED)).body.id)
}

/** Subscriptions, from their making to their end. */
export function subscriptions(room: Room): Scenarios {
  const { who, path, verb, created } = room
  const one = (id: string) => `${path}/${id}`
  const about =
    (method: string, body?: unknown): Story =>
    async (cast) =>
      cast[who](method, one(await givenSubscription(cast, room)), body)
  return {
    [`POST ${path}`]: {
      [created]: ask(who, 'POST', path, WANTED),
      400: ask(who, 'POST', path, { ...WANTED, events: ['case.vanished'] }),
    },
    [`GET ${path}`]: {
      200: async (cast) => {
        await givenSubscription(cast, room)
        return cast[who]('GET', path)
      },
    },
    [`GET ${path}/{id}`]: { 200: about('GET'), ...aboutNobody(who, 'GET', one) },
    [`${verb} ${path}/{id}`]: {
      200: about(verb, { isActive: false, regenerateSecret: true }),
      400: about(verb, { url: 'nowhere' }),
      ...aboutNobody(who, verb, one, { isActive: false }),
    },
    [`DELETE ${path}/{id}`]: { 204: about('DELETE'), ...aboutNobody(who, 'DELETE', one) },
  }
}

/** A test case with an event that was delivered, as the log has it. */
export async function givenDelivery(cast: Cast, who: 'customer' | 'partner') {
  const { url } = await receiver()
  await cast[who]('POST', '/webhooks', subscriptionTo(['case.updated'], url))
  const caseId = await (who === 'customer' ? givenCase : givenManagedCase)(cast, 'active')
  const [event] = await vi.waitUntil(async () => {
    const { body } = await log(cast, who, caseId)
    return body.length > 0 && body[0].deliveredAt !== null ? body : undefined
  })
  return { caseId, eventId: String(event.id) }
}

const log = (cast: Cast, who: 'customer' | 'partner', caseId: string): Promise<Answer> =>
  cast[who]('GET', `/webhooks/events?caseId=${caseId}`)

/** What was delivered, and delivering it once more; two APIs publish them alike. */
export const deliveries = (who: 'customer' | 'partner'): Scenarios => ({
  'GET /webhooks/events': {
    200: async (cast) => log(cast, who, (await givenDelivery(cast, who)).caseId),
    400: ask(who, 'GET', '/webhooks/events'),
  },
  'POST /webhooks/events/{id}/replay': {
    200: async (cast) =>
      cast[who]('POST', `/webhooks/events/${(await givenDelivery(cast, who)).eventId}/replay`),
    ...aboutNobody(who, 'POST', (id) => `/webhooks/events/${id}/replay`),
  },
  'POST /test/webhooks/fire': {
    200: async (cast) => {
      await givenSubscription(cast, { who, path: '/webhooks' })
      return fire(cast, who, 'case.updated')
    },
    400: async (cast) => fire(cast, who, 'case.vanished'),
    404: ask(who, 'POST', '/test/webhooks/fire', { event: 'case.updated', caseId: NOBODY }),
    422: async (cast) => fire(cast, who, 'payment.created'),
  },
})

async function fire(cast: Cast, who: 'customer' | 'partner', event: string): Promise<Answer> {
  const caseId = await (who === 'customer' ? givenCase : givenManagedCase)(cast)
  return cast[who]('POST', '/test/webhooks/fire', { event, caseId })
}

/** Delivering a test case's last event once more. */
export const lastEvent: Scenarios = {
  'POST /test/cases/{id}/replay-last-event': {
    200: async (cast) => {
      const { caseId } = await givenDelivery(cast, 'partner')
      return cast.partner('POST', `/test/cases/${caseId}/replay-last-event`)
    },
    404: aboutCase('partner', 'POST', (id) => `/test/cases/${id}/replay-last-event`),
    400: async ({ partner, world }) =>
      partner('POST', `/test/cases/${world.seedCase().id}/replay-last-event`),
  },
}
