import type { CreditorProfile } from '../../contract/shapes/index.ts'

/** Why a contract that was signed has to be signed again. @see Customer API, `GET /contracts/debt-collection/status` */
export const INVALIDATIONS = ['NewVersion', 'AdminInvalidated', 'CreditorNameChanged', 'Other'] as const

/** Why a contract that was signed has to be signed again. */
export type Invalidation = (typeof INVALIDATIONS)[number]

/** What a client said about its director, and how far the check of it is. */
export interface KycRecord {
  readonly directorFullName: string
  readonly directorHomeAddress: string
  /** `1970-01-31`. */
  readonly directorDateOfBirth: string
  readonly dateCreated: string
  /** When the check was completed; `null` while it goes on. */
  dateCompleted: string | null
}

/** Who is owed money: the account behind a Customer API key, a client of a referral partner, or a managed creditor. */
export interface Creditor {
  readonly profile: CreditorProfile
  /** Names the account in the addresses of the pages on which it signs. */
  readonly signingId: string
  /** Whether the debt collection contract is signed, and stands. */
  signed: boolean
  /** Why the contract no longer stands though it was signed once. */
  invalidation: Invalidation | null
  /** Ids of the collection partners that hold its power of attorney. */
  powersOfAttorney: readonly string[]
  /** The latest; `null` where none was submitted yet. */
  kyc: KycRecord | null
  /** Whether a case was refused for want of one. */
  needsKyc: boolean
  /** Whether Debitura takes no cases from it. */
  isBlocked: boolean
}

/** A creditor that has signed no more than the debt collection contract. */
export const newCreditor = (
  profile: CreditorProfile,
  { signingId, signed }: Pick<Creditor, 'signingId' | 'signed'>,
): Creditor => ({
  profile,
  signingId,
  signed,
  invalidation: null,
  powersOfAttorney: [],
  kyc: null,
  needsKyc: false,
  isBlocked: false,
})
