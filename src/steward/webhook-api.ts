import {
  type ApiName,
  collectionPartnerApi,
  customerApi,
  referralPartnerApi,
} from '../contract/index.ts'
import type { Account } from '../protocol/index.ts'

/** The API on which an account has its webhook subscriptions: a client's are on the Customer API. */
export function webhookApiName({ kind }: Account): ApiName {
  return kind === 'collection-partner' || kind === 'referral-partner' ? kind : 'customer'
}

/** What all three APIs can do with subscriptions, each by its own verbs and paths. */
export function webhookApi(
  account: Account,
): typeof collectionPartnerApi | typeof customerApi | typeof referralPartnerApi {
  const apis = {
    customer: customerApi,
    'referral-partner': referralPartnerApi,
    'collection-partner': collectionPartnerApi,
  }
  return apis[webhookApiName(account)]
}
