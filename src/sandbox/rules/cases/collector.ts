import type { CaseRecord } from '../../store/case-record.ts'
import type { Bidder } from '../../store/quote-record.ts'
import type { World } from '../../store/world.ts'
import { acceptedQuote } from '../quotes/quote-request.ts'

/** Who collects a case: the world's own collection partner, or whose quote the creditor took; `null` for nobody. */
export function collectorOf({ collectionPartner }: World, record: CaseRecord): Bidder | null {
  if (record.collectionPartnerId === null) return null
  if (record.collectionPartnerId === collectionPartner.id) return collectionPartner
  return acceptedQuote(record)?.bidder ?? null
}
