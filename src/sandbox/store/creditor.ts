import type { CreditorProfile } from '../../contract/shapes/index.ts'

/** Who is owed money: the account behind a Customer API key, a client of a referral partner, or a managed creditor. */
export interface Creditor {
  readonly profile: CreditorProfile
  /** Whether the debt collection contract is signed. */
  signed: boolean
  /** Where to sign it; `null` where nothing is to be signed. */
  readonly signingUrl: string | null
}
