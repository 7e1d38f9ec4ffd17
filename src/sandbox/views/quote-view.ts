import type { Quote, QuoteDetail } from '../../contract/shapes/index.ts'
import { AGREEMENT_TYPES } from '../../contract/words/index.ts'
import type { CaseRecord } from '../store/case-record.ts'
import type { QuoteRecord, QuoteRequestRecord } from '../store/quote-record.ts'
import { type TimeStyle, written, writtenOrNull } from './timestamp.ts'

/** What a quote belongs to. */
interface Asked {
  readonly record: CaseRecord
  readonly request: QuoteRequestRecord
}

/** A quote among those of its request. */
export function quoteView(asked: Asked, quote: QuoteRecord, style: TimeStyle): Quote {
  const { agreementType: _, costProcessMisc: __, ...price } = quote.price
  return { ...commonView(asked, quote, style), ...price, phase: 'Pre-legal', offerNature: null }
}

/** A quote by itself. */
export function quoteDetailView(asked: Asked, quote: QuoteRecord, style: TimeStyle): QuoteDetail {
  const { agreementType: _, successFee, ...price } = quote.price
  return {
    ...commonView(asked, quote, style),
    pricing: { ...price, successFeeFee: successFee },
    feeComments: quote.feeComments,
    fullQuoteLink: null,
    dateUpdated: writtenOrNull(quote.dateUpdated, style),
  }
}

function commonView({ record, request }: Asked, quote: QuoteRecord, style: TimeStyle) {
  return {
    quoteId: quote.id,
    quoteRequestId: request.id,
    partnerId: quote.bidder.id,
    partnerName: quote.bidder.companyName,
    status: quote.status,
    agreementType: AGREEMENT_TYPES[quote.price.agreementType],
    currency: record.currency,
    proposedSolution: quote.proposedSolution,
    partnerWhyUsSection: null,
    dateCreated: written(quote.dateCreated, style),
  }
}
