import { type ApiName, collectionPartnerApi, customerApi, referralPartnerApi } from '../contract/index.ts'
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

/** Which cases a subscription hears of: a live one hears of clients too. */
export type WebhookMode = 'test' | 'live'

/**
 * The modes in which events come: those of test cases to subscriptions in test mode. Clients are neither test nor real,
 * and a referral partner has them in Debitura's test environment only: what happens to them comes to live subscriptions.
 */
export function modesOf(events: readonly string[]): readonly WebhookMode[] {
  const modes = events.map((event): WebhookMode => (event.startsWith('client.') ? 'live' : 'test'))
  return [...new Set(modes)]
}
