import type { CreateClientRequest } from '../../../contract/shapes/index.ts'
import type { ClientRecord } from '../../store/client-record.ts'
import type { ExistingAccount } from '../../store/existing-account-table.ts'
import type { World } from '../../store/world.ts'

/** An account that exists, whoever it belongs to. */
export type KnownAccount = ExistingAccount & { readonly client?: ClientRecord }

/** The account behind the world's own key: nobody's client, as long as it approved no link. */
const ownAccount = ({ creditor }: World): KnownAccount => ({ creditor, users: [], isLinkedElsewhere: false })

const accountOf = (client: ClientRecord): KnownAccount => ({
  creditor: client.creditor,
  users: client.users,
  isLinkedElsewhere: false,
  client,
})

/** The account that has this very e-mail address. */
export function accountWithEmail(world: World, email: string): KnownAccount | undefined {
  const known = world.clients.byEmail(email)
  if (known !== undefined) return accountOf(known)
  const existing = world.existingAccounts.byEmail(email)
  if (existing !== undefined) return existing
  const isOwn = email.toLowerCase() === world.creditor.profile.officeEmail?.toLowerCase()
  return isOwn ? ownAccount(world) : undefined
}

/**
 * The account that has the very e-mail address of a new client's office, or of one of its people. Domains do not count.
 * @see docs.debitura.com/referral-partners, client onboarding conflicts
 */
export function accountByEmail(
  world: World,
  { client, users }: Pick<CreateClientRequest, 'client' | 'users'>,
): KnownAccount | undefined {
  for (const email of [client.supportEmail, ...users.map((user) => user.email)]) {
    const known = accountWithEmail(world, email)
    if (known !== undefined) return known
  }
  return undefined
}

/** The account with this id. */
export function accountById(world: World, creditorId: string): KnownAccount | undefined {
  const client = world.clients.byCreditor(creditorId)
  if (client !== undefined) return accountOf(client)
  return creditorId === world.creditor.profile.id
    ? ownAccount(world)
    : world.existingAccounts.byCreditor(creditorId)
}
