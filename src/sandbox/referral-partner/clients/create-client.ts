import { referralPartnerApi } from '../../../contract/operations/index.ts'
import { Answered, implement } from '../../http/implement.ts'
import { refuseInvalidClient } from '../../rules/clients/check-client.ts'
import { casesOfKnownClient, casesOfNewClient } from '../../rules/clients/client-cases.ts'
import { linkClient } from '../../rules/clients/link-client.ts'
import { refuseKnownAccount } from '../../rules/clients/refuse-known-account.ts'
import { clientView } from '../../views/client-view.ts'

export const createClient = implement(referralPartnerApi.createClient, ({ world, body }) => {
  refuseInvalidClient(body, world)
  const known = world.clients.byTenant(body.externalTenantId)
  if (known === undefined) refuseKnownAccount(world, body)
  const client = known ?? linkClient(world, body)
  const cases = body.cases ?? []
  const results = known === undefined ? casesOfNewClient(world, client, cases) : casesOfKnownClient(cases)
  return new Answered(client.creditor.signed ? 201 : 202, clientView(world, client, 'zoned', results))
})
