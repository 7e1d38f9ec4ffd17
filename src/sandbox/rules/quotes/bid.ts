import { randomUUID } from 'node:crypto'
import type { AgreementType } from '../../../contract/words/index.ts'
import type { CaseRecord } from '../../store/case-record.ts'
import type { Bidder, Price, QuoteRecord, QuoteRequestRecord } from '../../store/quote-record.ts'
import type { World } from '../../store/world.ts'
import { toHundredths } from '../payments/currency.ts'

/** What a quote is to differ in. */
export interface Bid extends Partial<Price> {
  readonly proposedSolution?: string | null
  readonly feeComments?: string | null
}

/** Partners of the network that no key opens. */
const NETWORK: readonly Bidder[] = [
  {
    id: 'b1dde700-0000-4000-8000-000000000002',
    companyName: 'Loopback Legal',
    officeEmail: 'office@loopback-legal.example',
    officePhone: null,
  },
  {
    id: 'b1dde700-0000-4000-8000-000000000003',
    companyName: 'Ephemeral Port Recovery',
    officeEmail: 'office@ephemeral-port.example',
    officePhone: null,
  },
]

/** What each bidder asks for where nothing else is said, by its turn. */
const USUAL: readonly AgreementType[] = ['SuccessFee', 'Hybrid', 'HourlyRate']

/** How many quotes a request takes: three to five, says the help centre, and every bidder quotes once. */
export const MAX_QUOTES = 1 + NETWORK.length

/** The next quote for a request: the world's own collection partner quotes first. */
export function nextQuote(
  world: World,
  record: CaseRecord,
  request: QuoteRequestRecord,
  bid: Bid,
): QuoteRecord {
  const turn = request.quotes.length
  const { proposedSolution, feeComments, ...price } = bid
  const agreementType = price.agreementType ?? USUAL[turn] ?? 'SuccessFee'
  return {
    id: randomUUID(),
    bidder: bidderAt(world, turn),
    price: { ...usualPrice(agreementType, record.grossAmount), ...price, agreementType },
    proposedSolution: proposedSolution ?? 'Reminders by letter and telephone, then a settlement offer.',
    feeComments: feeComments ?? null,
    dateCreated: world.now(),
    dateUpdated: null,
    status: 'Pending',
  }
}

function bidderAt({ collectionPartner }: World, turn: number): Bidder {
  const { id, companyName, officeEmail, officePhone } = collectionPartner
  return NETWORK[turn - 1] ?? { id, companyName, officeEmail, officePhone }
}

/** The same claim is quoted the same price every time. */
function usualPrice(agreementType: AgreementType, claim: number): Price {
  const none = {
    agreementType,
    hourlyRate: null,
    hourlyEstimated: null,
    flatFeeEstimate: null,
    successFee: null,
    hybridEstimate: null,
    costProcessMisc: 0,
  }
  const share = (percent: number) => toHundredths((claim * percent) / 100)
  switch (agreementType) {
    case 'SuccessFee':
      return { ...none, successFee: 22.5 }
    case 'FlatFee':
      return { ...none, flatFeeEstimate: share(15) }
    case 'HourlyRate':
      return { ...none, hourlyRate: 150, hourlyEstimated: 4 }
    case 'Hybrid':
      return { ...none, flatFeeEstimate: share(4), successFee: 12, hybridEstimate: share(16) }
  }
}
