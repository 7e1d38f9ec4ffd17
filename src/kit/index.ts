/**
 * What a test holds: handles, payload builders, and the way to the steward. Loads no package.
 * @module
 */
export type { Cases } from './cases.ts'
export type { Clients } from './clients.ts'
export { type Debitura, debituraFor } from './debitura.ts'
export type { ManagedCases } from './managed-cases.ts'
export type { ManagedTestCase } from './managed-test-case.ts'
export {
  type BuiltCase,
  type BuiltManagedCase,
  buildCase,
  buildManagedCase,
  type CaseOverrides,
  type ManagedCaseOverrides,
} from './payload/case-payload.ts'
export { buildClient, type ClientOverrides } from './payload/client-payload.ts'
export { connectSteward, type StewardClient, withoutRun } from './steward-client.ts'
export type { TestCase } from './test-case.ts'
export type { TestClient } from './test-client.ts'
export type { WaitForEventOptions } from './wait-for-event.ts'
export type { WebhookDraft, Webhooks } from './webhooks.ts'
