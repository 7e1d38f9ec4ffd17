import { BLOCKERS, type Lifecycle } from '../../../contract/words/index.ts'
import type { ClientRecord } from '../../store/client-record.ts'
import type { World } from '../../store/world.ts'
import { COLLECTED } from '../cases/is-collected.ts'

/** Why a client cannot be deleted, in Debitura's words. A case that is pending or closed does not count. */
export function blockersOf(world: World, client: ClientRecord): string[] {
  const has = (lifecycle: Lifecycle) =>
    world.cases.inLifecycle(client.creditor.profile.id, lifecycle).size > 0
  return [
    ...(COLLECTED.some(has) ? [BLOCKERS.activeCase] : []),
    ...(client.pendingLeadQuotes || has('LeadsQuoteGiven') ? [BLOCKERS.pendingLeadQuotes] : []),
    ...(client.unpaidCommission ? [BLOCKERS.unpaidCommission] : []),
  ]
}
