import { referralPartnerApi } from '../../contract/index.ts'
import type { StewardFunctions } from '../../protocol/index.ts'
import { stepOutOfTime } from '../cleanup/advice.ts'
import { STEP_TIMEOUT_MS } from '../cleanup/cleaner.ts'
import { deleteCases } from '../cleanup/delete-cases.ts'
import { deleteWebhook } from '../cleanup/delete-webhook.ts'
import { resetClient } from '../cleanup/reset-client.ts'
import { within } from '../within.ts'
import type { RunTools } from './run-tools.ts'

type Names = 'getClient' | 'isDeletable' | 'resetClient' | 'token'

/** What workers can have done to clients. */
export function clientFunctions(tools: RunTools): Pick<StewardFunctions, Names> {
  const { clients, keyed, ledger, ownership, tokens } = tools
  return {
    async getClient(externalTenantId) {
      clients.assertThere(externalTenantId)
      return keyed.call(referralPartnerApi.getClient, { parameters: { externalTenantId } })
    },
    async isDeletable(externalTenantId) {
      clients.assertThere(externalTenantId)
      return keyed.call(referralPartnerApi.isClientDeletable, { parameters: { externalTenantId } })
    },
    async resetClient(externalTenantId) {
      clients.assertThere(externalTenantId)
      // A delete that overtook the create would find nothing, and the client would stay.
      await clients.made(externalTenantId)
      ownership.owned(ledger.get(externalTenantId), `client ${externalTenantId}`)
      const reason = stepOutOfTime(`Failed to reset client ${externalTenantId}`, STEP_TIMEOUT_MS)
      await within({ ms: STEP_TIMEOUT_MS, reason }, async (signal) => {
        await emptyAccountOf(externalTenantId, tools, signal)
        await resetClient({ kind: 'reset-client', externalTenantId }, tools, signal)
      })
    },
    async token(externalTenantId) {
      clients.assertThere(externalTenantId)
      return tokens.get(externalTenantId)
    },
  }
}

/** An active case blocks a reset: what the client has of this run goes first, as far as there is any. */
async function emptyAccountOf(externalTenantId: string, tools: RunTools, signal: AbortSignal): Promise<void> {
  const standing = tools.ledger.standingOf(externalTenantId)
  for (const webhook of standing.filter((resource) => resource.kind === 'webhook'))
    await deleteWebhook({ kind: 'delete-webhook', webhook }, tools, signal)
  const cases = standing.filter((resource) => resource.kind === 'case')
  if (cases.length === 0) return
  const account = { kind: 'client', externalTenantId } as const
  const [left] = await deleteCases({ kind: 'delete-cases', account, cases }, tools, signal)
  if (left) throw left.error
}
