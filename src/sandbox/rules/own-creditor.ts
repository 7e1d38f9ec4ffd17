import type { Creditor } from '../store/creditor.ts'
import type { World } from '../store/world.ts'

/** The creditor behind a call of the Customer API. Whoever got in with a key or a token has one. */
export function ownCreditor(world: World, accountId: string): Creditor {
  const creditor = world.creditorById(accountId)
  if (creditor === undefined) throw new Error(`No creditor ${accountId} in the world '${world.name}'`)
  return creditor
}
