import { referralPartnerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { blockersOf } from '../../rules/clients/blockers.ts'
import { ownClient, refuseInProduction } from '../../rules/clients/own-client.ts'

export const isClientDeletable = implement(referralPartnerApi.isClientDeletable, ({ world, path }) => {
  refuseInProduction(world)
  const blockers = blockersOf(world, ownClient(world, path.externalTenantId))
  return { isDeletable: blockers.length === 0, blockers }
})
