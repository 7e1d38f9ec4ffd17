import type { ApiName } from './api.ts'

/** Environment variables that hold the API keys: read from the author, and set for the application under test. */
export const KEY_VARIABLES: Readonly<Record<ApiName, string>> = {
  customer: 'DEBITURA_CUSTOMER_API_KEY',
  'referral-partner': 'DEBITURA_REFERRAL_API_KEY',
  'collection-partner': 'DEBITURA_COLLECTION_PARTNER_API_KEY',
}

/** Environment variables that hold the APIs' origins: read from the author, and set for the application under test. */
export const URL_VARIABLES: Readonly<Record<ApiName, string>> = {
  customer: 'DEBITURA_CUSTOMER_API_URL',
  'referral-partner': 'DEBITURA_REFERRAL_API_URL',
  'collection-partner': 'DEBITURA_COLLECTION_PARTNER_API_URL',
}

/** Environment variables of a run. `environment` and `tag` are set for the application under test; all but `tag` are read. */
export const RUN_VARIABLES = {
  environment: 'DEBITURA_ENVIRONMENT',
  tag: 'DEBITURA_TAG',
  standingClient: 'DEBITURA_STANDING_CLIENT',
  keep: 'DEBITURA_KEEP',
  onLeftover: 'DEBITURA_ON_LEFTOVER',
  webhooksUrl: 'DEBITURA_WEBHOOKS_PUBLIC_URL',
  webhooksPort: 'DEBITURA_WEBHOOKS_PORT',
} as const
