import { referralPartnerApi } from '../../contract/index.ts'
import type { StewardFunctions } from '../../protocol/index.ts'
import { stepOutOfTime } from '../cleanup/advice.ts'
import { STEP_TIMEOUT_MS } from '../cleanup/cleaner.ts'
import { deleteCases } from '../cleanup/delete-cases.ts'
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
        await deleteCasesOf(externalTenantId, tools, signal)
        await resetClient({ kind: 'reset-client', externalTenantId }, tools, signal)
      })
    },
    async token(externalTenantId) {
      clients.assertThere(externalTenantId)
      return tokens.get(externalTenantId)
    },
  }
}

/** An active case blocks a reset: the client's cases of this run go first, as far as there are any. */
async function deleteCasesOf(externalTenantId: string, tools: RunTools, signal: AbortSignal): Promise<void> {
  const cases = tools.ledger.standingOf(externalTenantId).filter((resource) => resource.kind === 'case')
  if (cases.length === 0) return
  const account = { kind: 'client', externalTenantId } as const
  const [left] = await deleteCases({ kind: 'delete-cases', account, cases }, tools, signal)
  if (left) throw left.error
}
