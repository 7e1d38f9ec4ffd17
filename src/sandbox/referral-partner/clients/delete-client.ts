import { referralPartnerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { refusal } from '../../http/refusal.ts'
import { blockersOf } from '../../rules/clients/blockers.ts'
import { ownClient, refuseInProduction } from '../../rules/clients/own-client.ts'
import { removeClient } from '../../rules/clients/remove-client.ts'

export const deleteClient = implement(referralPartnerApi.deleteClient, ({ world, path }) => {
  refuseInProduction(world)
  const client = ownClient(world, path.externalTenantId)
  const blockers = blockersOf(world, client)
  if (blockers.length > 0 && world.behaviours.deleteBlockedClient === 'refuse') {
    throw refusal(422, 'ClientNotDeletable', blockers.join(' '))
  }
  return removeClient(world, client)
})
