import type { Creditor } from './creditor.ts'

/** A person of a client. */
export interface ClientUser {
  readonly id: number
  readonly name: string
  readonly email: string
  readonly isOnboardingUser: boolean
}

/** A client of the world's referral partner, that is an active link to a creditor. */
export interface ClientRecord {
  readonly externalTenantId: string
  /** Names the link in the onboarding page's URL. */
  readonly linkId: string
  readonly creditor: Creditor
  readonly users: readonly ClientUser[]
  /** When the link was made: ISO 8601 in UTC. */
  readonly dateLinked: string
  readonly sequence: number
  /** Whether the referral partner brought it, rather than being let in by an account that was there. */
  readonly isAttributed: boolean
  /** Whether a quote for one of its leads is open. */
  pendingLeadQuotes: boolean
  /** Whether a commission is unpaid. */
  unpaidCommission: boolean
}
