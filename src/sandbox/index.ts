/**
 * A faithful Debitura on loopback: stateful, checked against the contract both ways, and gone when closed.
 * @module
 */
export { BEHAVIOURS, type BehaviourName, type Behaviours } from './behaviours.ts'
export type { Duration } from './clock/duration.ts'
export type { FaultOrder, FaultScope } from './faults/fault-order.ts'
export { sandboxKey, worldOfKey } from './key.ts'
export type { OpenApiDocument } from './openapi/document.ts'
export type { SandboxOptions } from './options.ts'
export type { Bid } from './rules/quotes/bid.ts'
export { createSandbox, type Sandbox } from './sandbox.ts'
export type { Snapshot } from './store/snapshot.ts'
export type { Blockers } from './world-view/blockers.ts'
export type { ClockView } from './world-view/clock-view.ts'
export type { FaultView, PlacedFault } from './world-view/fault-view.ts'
export type { PaymentStatus } from './world-view/payment-status.ts'
export type { SeedCase, SeedClient } from './world-view/seed.ts'
export type { AccountSnapshot, SeedAccount } from './world-view/seed-account.ts'
export type { CaseSnapshot, ClientSnapshot, QuoteSnapshot, WebhookSnapshot } from './world-view/snapshots.ts'
export type { Standing } from './world-view/standing.ts'
export type { WorldView } from './world-view/world-view.ts'
