import type { ApiName } from './api.ts'

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

/**
 * Webhook events that the Referral Partner API sends: about its clients, and about their cases.
 * @see docs.debitura.com/referral-partners/integration-guides/webhooks
 */
export const REFERRAL_PARTNER_EVENTS = [
  'client.onboarding.poa_signed',
  'client.onboarding.contract_signed',
  'client.linked',
  'client.link_declined',
  'client.link_requested',
  'client.link_expired',
  'case.created',
  'case.updated',
  'case.closed',
  'cases.replay_failed',
] as const

/** A webhook event of the Referral Partner API. */
export type ReferralPartnerEvent = (typeof REFERRAL_PARTNER_EVENTS)[number]

/** Webhook events by the API whose subscriptions may ask for them. */
export const API_EVENTS: Readonly<Record<ApiName, readonly WebhookEventName[]>> = {
  customer: CUSTOMER_EVENTS,
  'referral-partner': REFERRAL_PARTNER_EVENTS,
  'collection-partner': COLLECTION_PARTNER_EVENTS,
}

/** A webhook event that an API sends. */
export type EventOf<Api extends ApiName> = {
  readonly customer: CustomerEvent
  readonly 'referral-partner': ReferralPartnerEvent
  readonly 'collection-partner': CollectionPartnerEvent
}[Api]

/** A webhook event of any API. */
export type WebhookEventName = EventOf<ApiName>

/** A webhook event about a case. */
export type CaseEvent = CustomerEvent | CollectionPartnerEvent

/** A webhook event about a client of a referral partner. */
export type ClientEvent = Exclude<ReferralPartnerEvent, CaseEvent>
