/**
 * What a test can name: the types of what it holds and of what it gets. No values.
 * @module
 */
export type {
  AdvanceResult,
  Case,
  CaseList,
  Client,
  CloseCaseResult,
  Deletable,
  EventPayload,
  FireWebhookResult,
  Payment,
  PingResult,
  ReferralCase,
  ReferralCaseList,
  ReplayedEvent,
  StartCaseRequest,
  StartCaseResult,
  Timeline,
  TriggerWebhookResult,
  Webhook,
  WebhookEvent,
} from '../contract/shapes/index.ts'
export type { WebhookAnswer } from '../protocol/index.ts'
export type { Cases } from './cases.ts'
export type { Clients } from './clients.ts'
export type { Clock, Duration } from './clock.ts'
export type { Debitura } from './debitura.ts'
export type { CaseEventRecord } from './events/case-event.ts'
export type { FindEventOptions } from './events/find-settled-event.ts'
export type { FiredClientEvent } from './events/fire-client-event.ts'
export type { WaitForEventOptions } from './events/wait-for-event.ts'
export type { Where } from './events/where.ts'
export type { InboxDelivery, UntrustedDelivery } from './inbox/delivery.ts'
export type { Inbox } from './inbox/inbox.ts'
export type { InboxDraft, NextOptions } from './inbox/inbox-draft.ts'
export type { ManagedCases } from './managed-cases.ts'
export type { ManagedTestCase } from './managed-test-case.ts'
export type {
  BuiltCase,
  BuiltManagedCase,
  CaseOverrides,
  ManagedCaseOverrides,
} from './payload/case-payload.ts'
export type { ClientOverrides } from './payload/client-payload.ts'
export type { Subscription } from './subscription.ts'
export type { TestCase } from './test-case.ts'
export type { TestClient } from './test-client.ts'
export type { DeliveryDraft, WebhookDraft } from './webhook-draft.ts'
export type { Webhooks } from './webhooks.ts'
