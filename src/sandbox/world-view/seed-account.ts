import { randomUUID } from 'node:crypto'
import * as v from 'valibot'
import { newCreditor } from '../store/creditor.ts'
import type { ExistingAccount } from '../store/existing-account-table.ts'
import type { World } from '../store/world.ts'
import { refuseTakenAddress } from './refuse-taken-address.ts'

/** What an account that exists is to differ in. */
export const SeedAccount = v.strictObject({
  /** Address of its office and of its one user. */
  email: v.optional(v.string()),
  name: v.optional(v.string()),
  /** Whether another referral partner brought it: then it cannot be linked. */
  linkedToAnotherPartner: v.optional(v.boolean()),
  /** Whether its debt collection contract is unsigned. */
  unsigned: v.optional(v.boolean()),
})
/** What an account that exists is to differ in. By default it has signed, and nobody brought it. */
export type SeedAccount = v.InferInput<typeof SeedAccount>

/** Puts an account into a world that is no client of its referral partner. Throws `DBT_SETTINGS` for a taken address. */
export function seedAccount(world: World, seed: SeedAccount): ExistingAccount {
  const email = seed.email ?? `office@${randomUUID()}.example`
  refuseTakenAddress(world, email)
  const profile = {
    id: randomUUID(),
    companyName: seed.name ?? 'Existing Account',
    companyRegistrationNumber: null,
    address: null,
    zipCode: null,
    city: null,
    state: null,
    country: 'Germany',
    officeEmail: email,
    officePhone: null,
  }
  const user = {
    id: world.sequences.next('client user'),
    name: 'Existing User',
    email,
    isOnboardingUser: true,
  }
  const account: ExistingAccount = {
    creditor: newCreditor(profile, { signingId: randomUUID(), signed: seed.unsigned !== true }),
    users: [user],
    isLinkedElsewhere: seed.linkedToAnotherPartner ?? false,
  }
  world.existingAccounts.add(account)
  return account
}

/** An account as it stands. */
export interface AccountSnapshot {
  readonly creditorId: string
  readonly email: string
}

export const accountSnapshot = ({ creditor }: ExistingAccount): AccountSnapshot => ({
  creditorId: creditor.profile.id,
  email: creditor.profile.officeEmail ?? '',
})
