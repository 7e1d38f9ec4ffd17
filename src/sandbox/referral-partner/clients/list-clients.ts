import { referralPartnerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { clientList } from '../../lists/client-list.ts'

export const listClients = implement(referralPartnerApi.listClients, ({ world, query }) =>
  clientList(world, query),
)
