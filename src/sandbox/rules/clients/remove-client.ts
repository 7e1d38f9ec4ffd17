import type { ClientRecord } from '../../store/client-record.ts'
import type { World } from '../../store/world.ts'
import { dropAbout } from '../../webhooks/drop.ts'
import { removeCase } from '../cases/delete-cases.ts'
import { removeSubscription } from '../subscriptions/remove-subscription.ts'
import { dropLinkRequestsTo } from './request-link.ts'

/**
 * Removes a client with all that is its own. Its e-mail addresses are free again. The account behind the world's own
 * key stays with what it has, for its key is another way to it: it only is no client any more.
 * @see Referral Partner API, `DELETE /clients/{externalTenantId}`
 */
export function removeClient(world: World, client: ClientRecord): undefined {
  const creditorId = client.creditor.profile.id
  if (client.creditor !== world.creditor) {
    for (const record of [...world.cases.ofAccount(creditorId)]) removeCase(world, record)
    removeBelongings(world, creditorId)
  }
  dropAbout(world, client.linkId)
  leaveClient(world, client)
}

/** Removes what an account has besides cases, and what only its own key or token reaches. */
export function removeBelongings(world: World, creditorId: string): void {
  for (const subscription of world.webhooks.ofAccount(creditorId)) removeSubscription(world, subscription)
  for (const division of [...world.divisions.ofAccount(creditorId)]) {
    world.cases.leaveDivision(division)
    world.divisions.delete(division)
  }
  world.tasks.deleteAccount(creditorId)
}

/** Ends a link, and what waits for it. */
export function leaveClient(world: World, client: ClientRecord): void {
  const creditorId = client.creditor.profile.id
  dropLinkRequestsTo(world, creditorId)
  world.agenda.cancel('kyc-check', creditorId)
  world.links.delete(client.externalTenantId)
  world.clients.delete(client)
}
