import { API_EVENTS } from '../../../contract/words/index.ts'
import { badRequest } from '../../http/refusal.ts'
import type { World } from '../../store/world.ts'
import { apiOf } from '../../webhooks/account-api.ts'
import { urlProblem } from '../../webhooks/check-url.ts'

/** Refuses a URL that Debitura would not deliver to. */
export function refuseInvalidUrl(url: string): void {
  const problem = urlProblem(url)
  if (problem !== undefined) throw badRequest('InvalidUrl', problem)
}

/** Refuses events that the account's API does not send, and a list of none. */
export function refuseUnknownEvents(world: World, accountId: string, events: readonly string[]): void {
  const known: readonly string[] = API_EVENTS[apiOf(world, accountId)]
  const unknown = events.filter((event) => !known.includes(event))
  if (unknown.length > 0) {
    throw badRequest('InvalidEvent', `Unknown event: ${unknown.join(', ')}. Use ${known.join(', ')}.`)
  }
  if (events.length === 0) throw badRequest('InvalidEvent', `events is empty. Use ${known.join(', ')}.`)
}
