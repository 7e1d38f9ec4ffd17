import * as v from 'valibot'
import { int32, optionalText, publishedNullable, textOrNull, timestamp, uuid } from './field.ts'

/**
 * Body of `POST /test/webhooks/fire`. Without a subscription, all that asked for the event hear it.
 * @see docs.debitura.com/developer-concepts/webhooks/strategy
 */
export const FireWebhookRequest = v.object({
  event: publishedNullable(v.string()),
  caseId: uuid,
  subscriptionId: v.nullish(uuid),
})
/** Body of `POST /test/webhooks/fire`. */
export type FireWebhookRequest = v.InferInput<typeof FireWebhookRequest>

/** What fire did: `enqueuedCount` is 0 where no active test subscription asked for the event. */
export const FireWebhookResult = v.object({ eventType: textOrNull, caseId: uuid, enqueuedCount: int32 })
/** What fire did. */
export type FireWebhookResult = v.InferOutput<typeof FireWebhookResult>

/** An event that is delivered again, and where to. */
export const ReplayedEvent = v.object({ eventId: uuid, subscriptionId: uuid, eventType: textOrNull })
/** An event that is delivered again, and where to. */
export type ReplayedEvent = v.InferOutput<typeof ReplayedEvent>

/** Body of the deprecated `POST /webhooks/{id}/replay`. */
export const ReplayRequest = v.object({ sinceUtc: timestamp })
/** Body of the deprecated `POST /webhooks/{id}/replay`. */
export type ReplayRequest = v.InferInput<typeof ReplayRequest>

/** A number of cases, in spite of its name: nothing is delivered again. */
export const ReplayResult = v.object({ eventsReplayed: int32 })
/** A number of cases, in spite of its name. */
export type ReplayResult = v.InferOutput<typeof ReplayResult>

/**
 * How a ping went. `errorCategory` is `TimeoutError`, `NetworkError`, `SslError`, `HttpError` or `UnknownError`.
 * @see Customer API, `POST /webhooks/{id}/test`
 */
export const PingResult = v.object({
  success: v.boolean(),
  httpStatusCode: v.nullish(int32, null),
  durationMs: v.nullish(int32, null),
  errorMessage: textOrNull,
  errorCategory: textOrNull,
  testPayload: v.nullish(v.unknown(), null),
})
/** How a ping went. */
export type PingResult = v.InferOutput<typeof PingResult>

/** Body of `POST /v1/Webhooks/test`: events of cases need `caseId`, events of clients `externalTenantId`. */
export const TriggerWebhookRequest = v.object({
  eventType: v.pipe(v.string(), v.minLength(1)),
  caseId: v.nullish(uuid),
  externalTenantId: optionalText(),
  oldLifecycle: optionalText(),
  newLifecycle: optionalText(),
  closeCode: optionalText(),
  closeComment: optionalText(),
})
/** Body of `POST /v1/Webhooks/test`. */
export type TriggerWebhookRequest = v.InferInput<typeof TriggerWebhookRequest>

/** What a trigger did. */
export const TriggerWebhookResult = v.object({
  eventType: textOrNull,
  enqueuedCount: int32,
  message: textOrNull,
})
/** What a trigger did. */
export type TriggerWebhookResult = v.InferOutput<typeof TriggerWebhookResult>
