/**
 * Webhook events that the Customer API sends.
 * @see docs.debitura.com/clients/integration-guides/webhooks
 */
export const CUSTOMER_EVENTS = [
  'case.created',
  'case.updated',
  'case.closed',
  'payment.created',
  'payment.deleted',
  'chat.created',
] as const

/** A webhook event of the Customer API. */
export type CustomerEvent = (typeof CUSTOMER_EVENTS)[number]

/**
 * Webhook events that the Collection Partner API sends: `case.assigned` where the Customer API has `case.created`.
 * @see docs.debitura.com/collection-partners/integration-guides/webhooks
 */
export const COLLECTION_PARTNER_EVENTS = [
  'case.assigned',
  'case.updated',
  'case.closed',
  'payment.created',
  'payment.deleted',
  'chat.created',
] as const

/** A webhook event of the Collection Partner API. */
export type CollectionPartnerEvent = (typeof COLLECTION_PARTNER_EVENTS)[number]
