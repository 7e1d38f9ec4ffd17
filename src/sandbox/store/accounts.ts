import { randomUUID } from 'node:crypto'
import type { CollectionPartnerProfile, ReferralPartnerProfile } from '../../contract/shapes/index.ts'
import type { Creditor } from './creditor.ts'
import { collectionPartnerOf, creditorOf, referralPartnerOf } from './profiles.ts'

/** The accounts behind the keys of a world. */
export interface Accounts {
  /** The account behind the Customer API key. */
  readonly creditor: Creditor
  readonly referralPartner: ReferralPartnerProfile
  readonly collectionPartner: CollectionPartnerProfile
}

export const newAccounts = (world: string): Accounts => ({
  creditor: creditorOf(world, randomUUID()),
  referralPartner: referralPartnerOf(world, randomUUID()),
  collectionPartner: collectionPartnerOf(world, randomUUID()),
})
