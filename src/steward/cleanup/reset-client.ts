import { referralPartnerApi } from '../../contract/index.ts'
import { DebituraApiError } from '../../errors/index.ts'
import { isInherited, isOfAnotherRun } from '../is-ours.ts'
import { isStanding } from '../resource.ts'
import { freeAndDelete } from './free-client.ts'
import type { ResetClient } from './plan.ts'
import { absentIsFine, type CleanupTools } from './tools.ts'

/**
 * Deletes a client, once Debitura says that it can be. Test environment and sandbox only.
 * @throws DebituraTestkitError `DBT_CLIENT_BLOCKED` with Debitura's reason.
 * @see docs.debitura.com/referral-partners/concepts/reset-test-clients
 */
export async function resetClient(
  { externalTenantId }: ResetClient,
  tools: CleanupTools,
  signal: AbortSignal,
): Promise<void> {
  const known = tools.ledger.get(externalTenantId)
  const uncertain = known?.state === 'uncertain'
  const inherited = known?.kind === 'client' && known.inherited
  const isOurs = !(uncertain || inherited) || (await isOfThisRun(externalTenantId, tools, signal))
  const existed =
    isOurs &&
    (await absentIsFine(
      referralPartnerApi.deleteClient,
      freeAndDelete(externalTenantId, { ...tools, signal }),
    ))
  tools.ledger.settle(externalTenantId, existed ? 'deleted' : uncertain ? 'refused' : 'already-gone')
  forgetClient(externalTenantId, tools)
}

/** Its creation may never have been carried out; or by now another run, or a person, may have a client of its name. */
async function isOfThisRun(
  externalTenantId: string,
  { keyed, ledger, tag }: CleanupTools,
  signal: AbortSignal,
): Promise<boolean> {
  const request = { parameters: { externalTenantId }, lane: 'cleanup', signal } as const
  try {
    const client = await keyed.call(referralPartnerApi.getClient, request)
    const known = ledger.get(externalTenantId)
    return known?.kind === 'client' && known.inherited
      ? isInherited(client, known, tag)
      : !isOfAnotherRun(client, tag)
  } catch (error) {
    if (error instanceof DebituraApiError && error.status === 404) return false
    throw error
  }
}

/** A client that is gone took its cases, its subscriptions and its token along. */
function forgetClient(externalTenantId: string, { ledger, tokens }: CleanupTools): void {
  tokens.forget(externalTenantId)
  for (const resource of ledger.all()) {
    if (resource.kind === 'client' || resource.account.kind !== 'client' || !isStanding(resource)) continue
    if (resource.account.externalTenantId === externalTenantId) ledger.settle(resource.key, 'deleted')
  }
}
