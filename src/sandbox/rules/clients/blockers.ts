import { BLOCKERS } from '../../../contract/words/index.ts'
import type { ClientRecord } from '../../store/client-record.ts'
import type { World } from '../../store/world.ts'

/** Why a client cannot be deleted, in Debitura's words. A case that is pending or closed does not count. */
export function blockersOf(world: World, client: ClientRecord): string[] {
  let active = false
  let quoted = client.pendingLeadQuotes
  for (const { lifecycle } of world.cases.ofAccount(client.creditor.profile.id)) {
    active ||= lifecycle === 'Active' || lifecycle === 'Paused'
    quoted ||= lifecycle === 'LeadsQuoteGiven'
  }
  return [
    ...(active ? [BLOCKERS.activeCase] : []),
    ...(quoted ? [BLOCKERS.pendingLeadQuotes] : []),
    ...(client.unpaidCommission ? [BLOCKERS.unpaidCommission] : []),
  ]
}
