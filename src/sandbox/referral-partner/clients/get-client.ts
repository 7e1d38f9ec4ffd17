import { referralPartnerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { ownClient } from '../../rules/clients/own-client.ts'
import { clientView } from '../../views/client-view.ts'
import { readStyle } from '../../views/timestamp.ts'

export const getClient = implement(referralPartnerApi.getClient, ({ world, path }) =>
  clientView(world, ownClient(world, path.externalTenantId), readStyle(world)),
)
