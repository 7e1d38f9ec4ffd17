import type { ApiName } from '../contract/index.ts'
import { type Account, accountKey, COLLECTION_PARTNER, CREDITOR } from '../protocol/index.ts'
import type { Row } from './row.ts'

/** A list of Debitura's in which something of ours may be. */
export type Place =
  | { readonly list: 'cases'; readonly account: Account }
  /** Cases that the collection partner collects, whoever submitted them. */
  | { readonly list: 'collected' }
  | { readonly list: 'clients' }
  | { readonly list: 'webhooks'; readonly api: ApiName }

/** The lists that keys open by themselves, without a token. */
const PLACES_BY_KEY: Readonly<Record<ApiName, readonly Place[]>> = {
  customer: [
    { list: 'cases', account: CREDITOR },
    { list: 'webhooks', api: 'customer' },
  ],
  'referral-partner': [{ list: 'clients' }, { list: 'webhooks', api: 'referral-partner' }],
  'collection-partner': [
    { list: 'cases', account: COLLECTION_PARTNER },
    { list: 'collected' },
    { list: 'webhooks', api: 'collection-partner' },
  ],
}

/** Where to look with these keys. What clients have is behind a token each, and comes later. */
export function placesFor(apis: readonly ApiName[]): readonly Place[] {
  return apis.flatMap((api) => PLACES_BY_KEY[api])
}

/** The list that a row is on. */
export function placeOf(row: Row): Place {
  if (row.kind === 'client') return { list: 'clients' }
  if (row.kind === 'webhook') return { list: 'webhooks', api: row.api }
  return row.account === undefined ? { list: 'collected' } : { list: 'cases', account: row.account }
}

/** One text per place. */
export function placeKey(place: Place): string {
  if (place.list === 'cases') return `cases ${accountKey(place.account)}`
  return place.list === 'webhooks' ? `webhooks ${place.api}` : place.list
}
