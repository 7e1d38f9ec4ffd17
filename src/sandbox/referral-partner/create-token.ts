import { referralPartnerApi } from '../../contract/operations/index.ts'
import { BEARER_TOKEN_SECONDS } from '../../contract/words/index.ts'
import { implement } from '../http/implement.ts'
import { notFound } from '../http/refusal.ts'
import { ownClient } from '../rules/clients/own-client.ts'

export const createToken = implement(referralPartnerApi.createToken, ({ debitura, world, body }) => {
  const { externalTenantId, creditor } = ownClient(world, body.externalTenantId)
  if (world.behaviours.tokenNeedsSignedContract && !creditor.signed) {
    throw notFound('onboarded client with this externalTenantId')
  }
  const creditorId = creditor.profile.id
  return {
    accessToken: debitura.tokens.mint({ world: world.name, creditorId }, world.clock.milliseconds()),
    tokenType: 'Bearer',
    expiresIn: BEARER_TOKEN_SECONDS,
    creditorId,
    externalTenantId,
  }
})
