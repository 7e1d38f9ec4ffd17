import { API_EVENTS, API_NAMES, API_TITLES, type ApiName } from '../../contract/words/index.ts'
import { invalid } from '../invalid.ts'

/**
 * Refuses an event that an API does not send, and names the one that does. Types say so already; this is for JavaScript.
 * @throws DebituraTestkitError `DBT_INVALID_PAYLOAD`
 */
export function assertEvent(event: unknown, api: ApiName, what: string): void {
  const known: readonly unknown[] = API_EVENTS[api]
  if (known.includes(event)) return
  const senders = API_NAMES.filter((name) => (API_EVENTS[name] as readonly unknown[]).includes(event))
  const title = API_TITLES[api]
  throw invalid(
    what,
    senders.length === 0
      ? `${JSON.stringify(event) ?? String(event)} is not an event of Debitura's`
      : `${String(event)} is an event of the ${senders.map((name) => API_TITLES[name]).join(' and the ')}, and this is the ${title}`,
    `The ${title} sends ${known.join(', ')}`,
  )
}
