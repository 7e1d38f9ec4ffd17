/**
 * Whose cases a call is about, and so which credential it needs. Only the steward knows the credentials themselves.
 * - `creditor`: the account of the Customer API key;
 * - `client`: a referral partner's client, by a bearer token that the steward mints;
 * - `collection-partner`: the account of the Collection Partner API key;
 * - `referral-partner`: the account of the Referral Partner API key, which has no cases of its own.
 */
export type Account =
  | { readonly kind: 'creditor' }
  | { readonly kind: 'client'; readonly externalTenantId: string }
  | { readonly kind: 'collection-partner' }
  | { readonly kind: 'referral-partner' }

/** The account of the Customer API key. */
export const CREDITOR: Account = { kind: 'creditor' }

/** The account of the Collection Partner API key. */
export const COLLECTION_PARTNER: Account = { kind: 'collection-partner' }

/** The account of the Referral Partner API key. */
export const REFERRAL_PARTNER: Account = { kind: 'referral-partner' }

/** One text per account, for use as a key. */
export function accountKey(account: Account): string {
  return account.kind === 'client' ? `client:${account.externalTenantId}` : account.kind
}
