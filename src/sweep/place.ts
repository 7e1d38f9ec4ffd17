import type { ApiName } from '../contract/index.ts'
import {
  type Account,
  accountKey,
  COLLECTION_PARTNER,
  CREDITOR,
  REFERRAL_PARTNER,
} from '../protocol/index.ts'
import type { Row } from './row.ts'

/** A list of Debitura's in which something of ours may be. */
export type Place =
  | { readonly list: 'cases'; readonly account: Account }
  /** Cases that the collection partner collects, whoever submitted them. */
  | { readonly list: 'collected' }
  | { readonly list: 'clients' }
  | { readonly list: 'webhooks'; readonly account: Account }

/** The lists that keys open by themselves, without a token. */
const PLACES_BY_KEY: Readonly<Record<ApiName, readonly Place[]>> = {
  customer: [
    { list: 'cases', account: CREDITOR },
    { list: 'webhooks', account: CREDITOR },
  ],
  'referral-partner': [{ list: 'clients' }, { list: 'webhooks', account: REFERRAL_PARTNER }],
  'collection-partner': [
    { list: 'cases', account: COLLECTION_PARTNER },
    { list: 'collected' },
    { list: 'webhooks', account: COLLECTION_PARTNER },
  ],
}

/** Where to look with these keys. What clients have is behind a token each, and comes later. */
export function placesFor(apis: readonly ApiName[]): readonly Place[] {
  return apis.flatMap((api) => PLACES_BY_KEY[api])
}

/** The list that a row is on. */
export function placeOf(row: Row): Place {
  if (row.kind === 'client') return { list: 'clients' }
  if (row.kind === 'webhook') return { list: 'webhooks', account: row.account }
  return row.account === undefined ? { list: 'collected' } : { list: 'cases', account: row.account }
}

/** One text per place. */
export function placeKey(place: Place): string {
  return 'account' in place ? `${place.list} ${accountKey(place.account)}` : place.list
}

/** The client behind whose token a place is; `undefined` where a key opens it. */
export function clientOf(place: Place): string | undefined {
  return 'account' in place && place.account.kind === 'client' ? place.account.externalTenantId : undefined
}
