import { referralPartnerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { ownClient } from '../../rules/clients/own-client.ts'
import { withdrawClient as withdraw } from '../../rules/clients/withdraw-client.ts'

export const withdrawClient = implement(referralPartnerApi.withdrawClient, ({ world, path }) =>
  withdraw(world, ownClient(world, path.externalTenantId)),
)
