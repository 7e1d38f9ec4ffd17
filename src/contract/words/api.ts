/** Debitura's three REST APIs. Each has its own origin and its own keys. */
export type ApiName = 'customer' | 'referral-partner' | 'collection-partner'

export const API_NAMES: readonly ApiName[] = ['customer', 'referral-partner', 'collection-partner']

/** What a person calls each API; used in messages. */
export const API_TITLES: Readonly<Record<ApiName, string>> = {
  customer: 'Customer API',
  'referral-partner': 'Referral Partner API',
  'collection-partner': 'Collection Partner API',
}

/**
 * Header that carries an API key, on all three APIs.
 * @see docs.debitura.com/developer-concepts/authentication
 */
export const API_KEY_HEADER = 'XApiKey'

/**
 * Header that makes a `POST` safe to repeat: same key and body, same answer.
 * @see docs.debitura.com/developer-concepts/idempotency
 */
export const IDEMPOTENCY_KEY_HEADER = 'Idempotency-Key'

/** A longer idempotency key is refused with 400. */
export const IDEMPOTENCY_KEY_MAX_LENGTH = 255
