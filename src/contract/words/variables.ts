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
