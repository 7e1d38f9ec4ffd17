/**
 * The kit for scripts, and what every adapter shares.
 * @module
 */
export * from './contract/words/index.ts'
export { DebituraApiError, DebituraTestkitError, type ErrorCode, type Refusal } from './errors/index.ts'
// By name: the bundler of types makes values of what is passed on by `export *`.
export type {
  AdvanceResult,
  BuiltCase,
  BuiltManagedCase,
  Case,
  CaseEventRecord,
  CaseList,
  CaseOverrides,
  Cases,
  Client,
  ClientOverrides,
  Clients,
  Clock,
  CloseCaseResult,
  Debitura,
  Deletable,
  DeliveryDraft,
  Duration,
  EventPayload,
  FindEventOptions,
  FiredClientEvent,
  FireWebhookResult,
  Inbox,
  InboxDelivery,
  InboxDraft,
  ManagedCaseOverrides,
  ManagedCases,
  ManagedTestCase,
  NextOptions,
  Payment,
  PingResult,
  ReferralCase,
  ReferralCaseList,
  ReplayedEvent,
  StartCaseRequest,
  StartCaseResult,
  Subscription,
  TestCase,
  TestClient,
  Timeline,
  TriggerWebhookResult,
  UntrustedDelivery,
  WaitForEventOptions,
  Webhook,
  WebhookAnswer,
  WebhookDraft,
  WebhookEvent,
  Webhooks,
  Where,
} from './kit/types.ts'
export type { Leftover, Report, ResourceKind, Tally } from './protocol/index.ts'
export { type ScriptRun, startRun } from './script/script-run.ts'
export { type DebituraOptions, isOurs, type Listed, type OnboardingRequest } from './steward/index.ts'
