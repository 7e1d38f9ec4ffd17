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
  Payment,
  ReferralCase,
  ReferralCaseList,
  StartCaseRequest,
  StartCaseResult,
  Timeline,
  Webhook,
  WebhookEvent,
} from '../contract/shapes/index.ts'
export type { Cases } from './cases.ts'
export type { Clients } from './clients.ts'
export type { Debitura } from './debitura.ts'
export type { ManagedCases } from './managed-cases.ts'
export type { ManagedTestCase } from './managed-test-case.ts'
export type {
  BuiltCase,
  BuiltManagedCase,
  CaseOverrides,
  ManagedCaseOverrides,
} from './payload/case-payload.ts'
export type { ClientOverrides } from './payload/client-payload.ts'
export type { TestCase } from './test-case.ts'
export type { TestClient } from './test-client.ts'
export type { WaitForEventOptions } from './wait-for-event.ts'
export type { WebhookDraft, Webhooks } from './webhooks.ts'
