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
  CaseList,
  CaseOverrides,
  Cases,
  Client,
  ClientOverrides,
  Clients,
  CloseCaseResult,
  Debitura,
  Deletable,
  EventPayload,
  ManagedCaseOverrides,
  ManagedCases,
  ManagedTestCase,
  Payment,
  ReferralCase,
  ReferralCaseList,
  StartCaseRequest,
  StartCaseResult,
  TestCase,
  TestClient,
  Timeline,
  WaitForEventOptions,
  Webhook,
  WebhookDraft,
  WebhookEvent,
  Webhooks,
} from './kit/types.ts'
export type { Leftover, Report, ResourceKind, Tally } from './protocol/index.ts'
export { type ScriptRun, startRun } from './script/script-run.ts'
export { type DebituraOptions, isOurs, type Listed, type OnboardingRequest } from './steward/index.ts'
