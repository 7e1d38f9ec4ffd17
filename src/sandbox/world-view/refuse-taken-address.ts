import { DebituraTestkitError } from '../../errors/index.ts'
import { accountWithEmail } from '../rules/clients/known-account.ts'
import type { ClientRecord } from '../store/client-record.ts'
import type { World } from '../store/world.ts'

/**
 * Refuses to seed an account with an address that another one has: an address names one account. Throws `DBT_SETTINGS`.
 * @param former - the client that the new one takes the place of
 */
export function refuseTakenAddress(world: World, email: string, former?: ClientRecord): void {
  const known = accountWithEmail(world, email)
  if (known === undefined || (former !== undefined && known.client === former)) return
  throw new DebituraTestkitError({
    code: 'DBT_SETTINGS',
    what: `Failed to seed an account of the world '${world.name}'`,
    why: `another account has the address ${email}`,
    todo: 'Give each account an address of its own, or leave it out',
  })
}
