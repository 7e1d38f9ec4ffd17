import { referralPartnerApi } from '../../contract/index.ts'
import type { StewardFunctions } from '../../protocol/index.ts'
import { deleteCases } from '../cleanup/delete-cases.ts'
import { resetClient } from '../cleanup/reset-client.ts'
import type { RunTools } from './run-tools.ts'

type Names = 'getClient' | 'isDeletable' | 'resetClient' | 'token'

/** How long a reset that a test asks for may take, in milliseconds. */
const RESET_WITHIN_MS = 60_000

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
      await deleteCasesOf(externalTenantId, tools)
      await resetClient(
        { kind: 'reset-client', externalTenantId },
        tools,
        AbortSignal.timeout(RESET_WITHIN_MS),
      )
    },
    async token(externalTenantId) {
      clients.assertThere(externalTenantId)
      return tokens.get(externalTenantId)
    },
  }
}

/** An active case blocks a reset: the client's cases of this run go first, as far as there are any. */
async function deleteCasesOf(externalTenantId: string, tools: RunTools): Promise<void> {
  const cases = tools.ledger.standingCasesOf(externalTenantId)
  if (cases.length === 0) return
  const account = { kind: 'client', externalTenantId } as const
  const [left] = await deleteCases(
    { kind: 'delete-cases', account, cases },
    tools,
    AbortSignal.timeout(RESET_WITHIN_MS),
  )
  if (left) throw left.error
}
