import type { Debitura } from '../debitura.ts'
import { ownClient } from '../rules/own-client.ts'
import { type Blockers, setBlockers } from './blockers.ts'
import { type SeedCase, type SeedClient, seedCase, seedClient } from './seed.ts'
import {
  type CaseSnapshot,
  type ClientSnapshot,
  caseSnapshot,
  clientSnapshot,
  type WebhookSnapshot,
  webhookSnapshot,
} from './snapshots.ts'

/** A look into one world of the sandbox, and ways to put into it what no operation can. */
export interface WorldView {
  readonly name: string
  /** Cases of every account, oldest first. */
  cases(): readonly CaseSnapshot[]
  /** Clients of the referral partner, oldest first. */
  clients(): readonly ClientSnapshot[]
  /** Webhook subscriptions, oldest first. */
  webhooks(): readonly WebhookSnapshot[]
  /** Opens a case, as a person would in Debitura's own app: a real one, unless told otherwise. */
  seedCase(overrides?: SeedCase): CaseSnapshot
  /** Makes a client, onboarded unless told otherwise. */
  seedClient(overrides?: SeedClient): ClientSnapshot
  /** Puts a client in a state that blocks its deletion. */
  setBlockers(externalTenantId: string, blockers: Blockers): void
}

/** Looks into a world by name. The world is found anew each time, so a view outlives the world's deletion. */
export function worldView(debitura: Debitura, name: string): WorldView {
  const world = () => debitura.world(name)
  return {
    name,
    cases: () => [...world().cases.all()].map(caseSnapshot),
    clients: () => [...world().clients.all()].map(clientSnapshot),
    webhooks: () => world().webhooks.all().map(webhookSnapshot),
    seedCase: (overrides = {}) => caseSnapshot(seedCase(world(), overrides)),
    seedClient: (overrides = {}) => clientSnapshot(seedClient(world(), overrides)),
    setBlockers: (externalTenantId, blockers) => setBlockers(ownClient(world(), externalTenantId), blockers),
  }
}
