import type { ApiName } from '../../contract/index.ts'
import { type Account, COLLECTION_PARTNER, CREDITOR } from '../../protocol/index.ts'
import type { Ledger } from '../ledger.ts'

/** Accounts in which the application under test may have made cases, with the tag that the run gave it. */
export function accountsWithTheTag(
  ledger: Ledger,
  keys: Readonly<Partial<Record<ApiName, unknown>>>,
): readonly Account[] {
  // A client that the run made goes, and takes along whatever it has.
  const strangers = ledger.served.filter((externalTenantId) => {
    const state = ledger.get(externalTenantId)?.state
    return state === undefined || state === 'refused' || state === 'uncertain'
  })
  return [
    ...(keys.customer === undefined ? [] : [CREDITOR]),
    ...(keys['collection-partner'] === undefined ? [] : [COLLECTION_PARTNER]),
    ...strangers.map((externalTenantId): Account => ({ kind: 'client', externalTenantId })),
  ]
}
