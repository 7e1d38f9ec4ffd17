import { notFound } from '../../http/refusal.ts'
import type { CaseRecord } from '../../store/case-record.ts'
import type { ClientRecord } from '../../store/client-record.ts'
import type { World } from '../../store/world.ts'

/** A case of one of the referral partner's clients, with the client; otherwise 404. */
export function clientCase(
  world: World,
  id: string,
): { readonly client: ClientRecord; readonly record: CaseRecord } {
  const record = world.cases.byId(id)
  const client = record && world.clients.byCreditor(record.accountId)
  const isHidden = record?.isTest === true && world.behaviours.testCasesForReferralPartner === 'hide'
  if (record === undefined || client === undefined || isHidden) throw notFound('case with this id')
  return { client, record }
}
