import * as v from 'valibot'
import type { ClientRecord } from '../store/client-record.ts'

/** States of a client that block its deletion, and that no operation leads to. */
export const Blockers = v.strictObject({
  pendingLeadQuotes: v.optional(v.boolean()),
  unpaidCommission: v.optional(v.boolean()),
})
/** States of a client that block its deletion, and that no operation leads to. */
export type Blockers = v.InferInput<typeof Blockers>

/** Puts a client in the given state; what is left out stays as it is. */
export function setBlockers(client: ClientRecord, { pendingLeadQuotes, unpaidCommission }: Blockers): void {
  client.pendingLeadQuotes = pendingLeadQuotes ?? client.pendingLeadQuotes
  client.unpaidCommission = unpaidCommission ?? client.unpaidCommission
}
