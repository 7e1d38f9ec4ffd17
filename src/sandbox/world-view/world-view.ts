import { DebituraTestkitError } from '../../errors/index.ts'
import type { Behaviours } from '../behaviours.ts'
import { checkedBehaviours } from '../check-behaviours.ts'
import type { Debitura } from '../debitura.ts'
import { anyCase } from '../rules/cases/own-case.ts'
import { ownClient } from '../rules/clients/own-client.ts'
import type { Bid } from '../rules/quotes/bid.ts'
import { acceptQuote, expireQuotes, offerQuote } from '../rules/quotes/quote-case.ts'
import { Snapshot } from '../store/snapshot.ts'
import { readBid } from './bid.ts'
import { type Blockers, setBlockers } from './blockers.ts'
import { type ClockView, clockView } from './clock-view.ts'
import { type FaultView, faultView } from './fault-view.ts'
import { type PaymentStatus, setPaymentStatus } from './payment-status.ts'
import { type SeedCase, type SeedClient, seedCase, seedClient } from './seed.ts'
import { type AccountSnapshot, accountSnapshot, type SeedAccount, seedAccount } from './seed-account.ts'
import {
  type CaseSnapshot,
  type ClientSnapshot,
  caseSnapshot,
  clientSnapshot,
  type QuoteSnapshot,
  quoteSnapshot,
  type WebhookSnapshot,
  webhookSnapshot,
} from './snapshots.ts'
import { type Standing, setStanding } from './standing.ts'

/** A look into one world of the sandbox, and ways to do to it what no operation can. */
export interface WorldView {
  readonly name: string
  /** The world's own clock. */
  readonly clock: ClockView
  /** What is to go wrong with the calls to it. */
  readonly faults: FaultView
  /** The choices that hold in this world. */
  readonly behaviours: Behaviours
  /** Cases of every account, oldest first. */
  cases(): readonly CaseSnapshot[]
  /** Clients of the referral partner, oldest first. */
  clients(): readonly ClientSnapshot[]
  /** Webhook subscriptions, oldest first. */
  webhooks(): readonly WebhookSnapshot[]
  /** Opens a case, as a person would in Debitura's own app: a real one, unless told otherwise. */
  seedCase(overrides?: SeedCase): CaseSnapshot
  /**
   * Lets a collection partner quote for a case, which collects quotes from then on; up to three of them. The first
   * comes from the world's own collection partner.
   */
  offerQuote(caseId: string, bid?: Bid): QuoteSnapshot
  /** Lets the creditor take a quote: its partner collects the case for what it asked. */
  acceptQuote(caseId: string, quoteId: string): CaseSnapshot
  /** Lets the time for quotes, or for selecting one, run out: the case closes. */
  expireQuotes(caseId: string): CaseSnapshot
  /**
   * Makes a client, onboarded unless told otherwise.
   * @throws `DBT_SETTINGS` for an address that another account has
   */
  seedClient(overrides?: SeedClient): ClientSnapshot
  /** Puts a client in a state that blocks its deletion. */
  setBlockers(externalTenantId: string, blockers: Blockers): void
  /**
   * Makes an account that is no client of the referral partner: a client with its address is a conflict.
   * @throws `DBT_SETTINGS` for an address that another account has
   */
  seedAccount(overrides?: SeedAccount): AccountSnapshot
  /**
   * Says how an account stands with Debitura: whether it is blocked, and what it signed.
   * @param externalTenantId - the client that is meant; the account behind the Customer API key where it is left out
   */
  setStanding(standing: Standing, externalTenantId?: string): void
  /**
   * Chooses anew where Debitura's documentation is silent; what is left out stays as it is.
   * @throws `DBT_SETTINGS` for a behaviour or a value that there is not
   */
  behave(choices: Partial<Behaviours>): void
  /** Holds the world as it is now: everything that was made in it, its clock, its choices and its faults. */
  snapshot(): Snapshot
  /**
   * Puts the world back to what it was: ids are the same, and bearer tokens of that time are good again. What is still
   * under way, a webhook delivery say, is forgotten. A snapshot can be restored again and again.
   * @throws `DBT_SETTINGS` for a snapshot of another world or of another sandbox
   */
  restore(snapshot: Snapshot): void
  /** Deletes the world. Whoever uses its name next finds an empty one, with other ids and with the sandbox's own choices. */
  delete(): void
  /** Says how far the invoices that follow from a payment have got: one that is invoiced can no longer be changed. */
  setPaymentStatus(paymentId: string, status: PaymentStatus): void
}

/** Looks into a world by name. The world is found anew each time, so a view outlives the world's deletion. */
export function worldView(debitura: Debitura, name: string): WorldView {
  const world = () => debitura.world(name)
  return {
    name,
    clock: clockView(world),
    faults: faultView(world),
    get behaviours() {
      return world().behaviours
    },
    cases: () => [...world().cases.all()].map(caseSnapshot),
    clients: () => [...world().clients.all()].map((client) => clientSnapshot(world(), client)),
    webhooks: () => world().webhooks.all().map(webhookSnapshot),
    seedCase: (overrides = {}) => caseSnapshot(seedCase(world(), overrides)),
    seedClient: (overrides = {}) => clientSnapshot(world(), seedClient(world(), overrides)),
    offerQuote: (caseId, bid) => quoteSnapshot(offerQuote(world(), anyCase(world(), caseId), readBid(bid))),
    acceptQuote: (caseId, quoteId) => caseSnapshot(acceptQuote(world(), anyCase(world(), caseId), quoteId)),
    expireQuotes: (caseId) => caseSnapshot(expireQuotes(world(), anyCase(world(), caseId))),
    seedAccount: (overrides = {}) => accountSnapshot(seedAccount(world(), overrides)),
    setStanding: (standing, externalTenantId) => {
      const creditor =
        externalTenantId === undefined ? world().creditor : ownClient(world(), externalTenantId).creditor
      setStanding(world(), creditor, standing)
    },
    setBlockers: (externalTenantId, blockers) => setBlockers(ownClient(world(), externalTenantId), blockers),
    behave: (choices) => {
      const chosen = checkedBehaviours(`Failed to change the behaviours of the world '${name}'`, choices)
      world().behaviours = { ...world().behaviours, ...chosen }
    },
    snapshot: () => world().snapshot(),
    restore: (snapshot) => debitura.restore(ownSnapshot(debitura, name, snapshot)),
    delete: () => debitura.deleteWorld(name),
    setPaymentStatus: (paymentId, status) => setPaymentStatus(world(), paymentId, status),
  }
}

function ownSnapshot(debitura: Debitura, name: string, snapshot: Snapshot): Snapshot {
  const refuse = (why: string) =>
    new DebituraTestkitError({
      code: 'DBT_SETTINGS',
      what: `Failed to restore the world '${name}'`,
      why,
      todo: `Restore what sandbox.world('${name}').snapshot() gave`,
    })
  if (!(snapshot instanceof Snapshot)) throw refuse('what was given is no snapshot')
  if (snapshot.sandbox !== debitura.nonce) throw refuse('the snapshot was taken in another sandbox')
  if (snapshot.world !== name) throw refuse(`the snapshot is of the world '${snapshot.world}'`)
  return snapshot
}
