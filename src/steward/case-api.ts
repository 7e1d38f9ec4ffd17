import { collectionPartnerApi, customerApi } from '../contract/index.ts'
import type { Account } from '../protocol/index.ts'

/** The API that an account's cases are read, driven and deleted on. */
export function caseApi(account: Account): typeof collectionPartnerApi | typeof customerApi {
  return account.kind === 'collection-partner' ? collectionPartnerApi : customerApi
}
