import * as v from 'valibot'
import { WEBHOOK_URL_MAX_LENGTH } from '../words/limits.ts'
import { int32, textOrNull, timestamp, timestampOrNull, uri, uuid } from './field.ts'

/** Body of `POST /webhooks`. `isTestMode` decides whether it receives the events of test cases, or of all others. */
export const CreateWebhookRequest = v.object({
  url: v.pipe(uri, v.maxLength(WEBHOOK_URL_MAX_LENGTH)),
  events: v.pipe(v.array(v.string()), v.minLength(1)),
  isTestMode: v.optional(v.boolean()),
})
/** Body of `POST /webhooks`. */
export type CreateWebhookRequest = v.InferInput<typeof CreateWebhookRequest>

/** Body of `PATCH /webhooks/{id}`, and of `PUT` on the partners' APIs. What is left out stays as it is. */
export const UpdateWebhookRequest = v.object({
  url: v.nullish(v.pipe(uri, v.maxLength(WEBHOOK_URL_MAX_LENGTH))),
  events: v.nullish(v.array(v.string())),
  isActive: v.nullish(v.boolean()),
  regenerateSecret: v.optional(v.boolean()),
  isTestMode: v.nullish(v.boolean()),
})
/** Body of `PATCH /webhooks/{id}`, and of `PUT` on the partners' APIs. */
export type UpdateWebhookRequest = v.InferInput<typeof UpdateWebhookRequest>

/** A webhook subscription. `secret` is Base64 and shown once, in the answer to the request that made it. */
export const Webhook = v.object({
  id: uuid,
  url: textOrNull,
  events: v.nullish(v.array(v.string()), []),
  isActive: v.boolean(),
  createdUtc: timestamp,
  updatedUtc: timestamp,
  disabledReason: textOrNull,
  secret: textOrNull,
  isTestMode: v.boolean(),
})
/** A webhook subscription. */
export type Webhook = v.InferOutput<typeof Webhook>

/**
 * One event as sent to one subscription. `payload` is the JSON text that was delivered. A row appears only once
 * delivery was attempted.
 * @see Customer API, `GET /webhooks/events`
 */
export const WebhookEvent = v.object({
  id: uuid,
  subscriptionId: uuid,
  caseId: v.nullish(uuid, null),
  eventType: textOrNull,
  payload: textOrNull,
  createdAt: timestamp,
  deliveredAt: timestampOrNull,
  attemptCount: int32,
  lastResponseCode: v.nullish(int32, null),
  lastError: textOrNull,
})
/** One event as sent to one subscription. */
export type WebhookEvent = v.InferOutput<typeof WebhookEvent>
