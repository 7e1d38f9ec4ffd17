import type { ApiName } from '../../contract/words/index.ts'
import type { World } from '../store/world.ts'

/** The API whose key or token belongs to an account. */
export function apiOf({ referralPartner, collectionPartner }: World, accountId: string): ApiName {
  if (accountId === referralPartner.id) return 'referral-partner'
  return accountId === collectionPartner.id ? 'collection-partner' : 'customer'
}
