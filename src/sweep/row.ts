import { type Case, type Client, utc, type Webhook } from '../contract/index.ts'
import type { Account } from '../protocol/index.ts'
import type { RunId } from '../steward/identity.ts'
import { type Listed, runOf } from '../steward/is-ours.ts'

interface Found {
  /** Id of a case or a subscription, externalTenantId of a client; blank where Debitura gives none. */
  readonly id: string
  /** The run of the kit that made it; `undefined` for everything else. */
  readonly runId: RunId | undefined
  /** When Debitura says that it was made, in milliseconds since 1970; `undefined` where that cannot be read. */
  readonly created: number | undefined
}

/** A case that Debitura lists. */
export interface CaseRow extends Found {
  readonly kind: 'case'
  /** Whose list it is on; `undefined` for one that a collection partner merely collects. */
  readonly account: Account | undefined
  readonly isTest: boolean
}

/** A client that Debitura lists. */
export interface ClientRow extends Found {
  readonly kind: 'client'
}

/** A webhook subscription that Debitura lists. */
export interface WebhookRow extends Found {
  readonly kind: 'webhook'
  /** Whose list it is on. */
  readonly account: Account
  readonly isTest: boolean
}

/** As much of a thing that Debitura lists as a sweep goes by. */
export type Row = CaseRow | ClientRow | WebhookRow

/** Reads a case of a list. */
export const caseRow = (listed: Case, account: Account | undefined): CaseRow => ({
  kind: 'case',
  id: listed.id,
  account,
  // Anything but a plain yes is a real case.
  isTest: listed.isTestCase === true,
  ...whose(listed, listed.dateCreated),
})

/** Reads a client of a list. */
export const clientRow = (listed: Client): ClientRow => ({
  kind: 'client',
  id: listed.externalTenantId ?? '',
  ...whose(listed, listed.dateLinked),
})

/** Reads a subscription of a list. */
export const webhookRow = (listed: Webhook, account: Account): WebhookRow => ({
  kind: 'webhook',
  id: listed.id,
  account,
  // A referral partner has clients in Debitura's test environment only, and hears of them by live subscriptions.
  isTest: account.kind === 'referral-partner' || listed.isTestMode === true,
  ...whose(listed, listed.createdUtc),
})

function whose(listed: Listed, timestamp: string): Pick<Found, 'runId' | 'created'> {
  const created = utc(timestamp)
  return { runId: runOf(listed), created: Number.isNaN(created) ? undefined : created }
}
