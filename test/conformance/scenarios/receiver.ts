import { receiver } from '../../sandbox/webhooks/receiver.ts'
import type { Cast } from './story.ts'

/** Subscribes a receiver of one's own to an API's events; resolves with the subscription and what arrives. */
export async function subscribed(cast: Cast, who: 'customer' | 'partner', events: readonly string[]) {
  const server = await receiver()
  const { body } = await cast[who]('POST', '/webhooks', { url: server.url, events, isTestMode: true })
  return { id: String(body.id), arrived: server.until }
}
