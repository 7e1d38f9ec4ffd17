import type { ClientRecord } from '../store/client-record.ts'
import type { World } from '../store/world.ts'
import { dropAbout } from '../webhooks/drop.ts'
import { removeCase } from './delete-cases.ts'
import { removeSubscription } from './remove-subscription.ts'

/**
 * Removes a client with all that is its own. Its e-mail addresses are free again.
 * @see Referral Partner API, `DELETE /clients/{externalTenantId}`
 */
export function removeClient(world: World, client: ClientRecord): undefined {
  const creditorId = client.creditor.profile.id
  for (const record of [...world.cases.ofAccount(creditorId)]) removeCase(world, record)
  for (const subscription of world.webhooks.ofAccount(creditorId)) removeSubscription(world, subscription)
  for (const division of [...world.divisions.ofAccount(creditorId)]) world.divisions.delete(division)
  dropAbout(world, client.linkId)
  world.clients.delete(client)
}
