import {
  API_EVENTS,
  API_NAMES,
  API_TITLES,
  type ApiName,
  type CollectionPartnerEvent,
  type CustomerEvent,
  type EventOf,
  type WebhookEventName,
} from '../contract/words/index.ts'
import { DebituraTestkitError } from '../errors/index.ts'

/** APIs that send an event. */
export type ApiSending<Event extends WebhookEventName> = {
  [Api in ApiName]: Event extends EventOf<Api> ? Api : never
}[ApiName]

/** The API that a sample is of, unless another is named: the Customer API where it sends the event, otherwise the one that does. */
export type DefaultApi<Event extends WebhookEventName> = Event extends CustomerEvent
  ? 'customer'
  : Event extends CollectionPartnerEvent
    ? 'collection-partner'
    : 'referral-partner'

/**
 * The API that an event is sent by.
 * @param api - the one that is wanted; without it, as `DefaultApi` says
 * @throws DebituraTestkitError `DBT_INVALID_PAYLOAD` where there is no such event, or the API does not send it
 */
export function senderOf(event: WebhookEventName, api: ApiName | undefined): ApiName {
  const senders = API_NAMES.filter((name) => API_EVENTS[name].includes(event))
  const [first] = senders
  if (first === undefined) {
    throw refusal(String(event), 'there is no such event', `Choose among ${allEvents().join(', ')}`)
  }
  if (api === undefined) return first
  if (senders.includes(api)) return api
  const titles = senders.map((name) => `the ${API_TITLES[name]} (\`${name}\`)`).join(' and ')
  if (!API_NAMES.includes(api)) {
    throw refusal(event, `there is no API \`${api}\``, `It is sent by ${titles}`)
  }
  const others = API_EVENTS[api].join(', ')
  throw refusal(
    event,
    `the ${API_TITLES[api]} does not send it`,
    `It is sent by ${titles}; this one sends ${others}`,
  )
}

const allEvents = () => [...new Set(API_NAMES.flatMap((api) => API_EVENTS[api]))]

/** What failed, where a sample cannot be made. */
export const failed = (event: string): string => `Failed to make a sample of ${event}`

/** Says why a sample cannot be made. */
export const refusal = (event: string, why: string, todo: string): DebituraTestkitError =>
  new DebituraTestkitError({ code: 'DBT_INVALID_PAYLOAD', what: failed(event), why, todo })
