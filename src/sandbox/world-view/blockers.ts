import * as v from 'valibot'
import { badRequest } from '../http/refusal.ts'
import type { ClientRecord } from '../store/client-record.ts'

/** States of a client that block its deletion, and that no operation leads to. */
const Blockers = v.strictObject({
  pendingLeadQuotes: v.optional(v.boolean()),
  unpaidCommission: v.optional(v.boolean()),
})
/** States of a client that block its deletion, and that no operation leads to. */
export type Blockers = v.InferInput<typeof Blockers>

/** Reads what a control request asks for; otherwise 400. */
export function readBlockers(body: unknown): Blockers {
  const parsed = v.safeParse(Blockers, body)
  if (!parsed.success)
    throw badRequest('InvalidBlockers', parsed.issues.map((issue) => issue.message).join(' '))
  return parsed.output
}

/** Puts a client in the given state; what is left out stays as it is. */
export function setBlockers(client: ClientRecord, { pendingLeadQuotes, unpaidCommission }: Blockers): void {
  client.pendingLeadQuotes = pendingLeadQuotes ?? client.pendingLeadQuotes
  client.unpaidCommission = unpaidCommission ?? client.unpaidCommission
}
