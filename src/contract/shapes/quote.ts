import * as v from 'valibot'
import { double, int32, numberOrNull, textOrNull, timestamp, timestampOrNull, uuid } from './field.ts'

const requestFields = {
  quoteRequestId: uuid,
  caseId: uuid,
  status: textOrNull,
  leadFlowStatus: textOrNull,
  quoteType: textOrNull,
  maxQuotes: int32,
  currentQuotesCount: int32,
  outcome: textOrNull,
  dateCreated: timestamp,
  dateQualified: timestampOrNull,
  leadsDoneOffered: timestampOrNull,
  dateReminderSent: timestampOrNull,
  dateReminderTwoSent: timestampOrNull,
  dateOutcomeSelected: timestampOrNull,
}

/** A request to collection partners for their price of a case; Debitura calls it a lead too. */
export const QuoteRequest = v.object({ ...requestFields, purpose: textOrNull })
/** A request to collection partners for their price of a case. */
export type QuoteRequest = v.InferOutput<typeof QuoteRequest>

/** The quote requests of a case. @see Customer API, `GET /cases/{id}/quote-requests` */
export const QuoteRequestList = v.object({ quoteRequests: v.nullish(v.array(QuoteRequest), []) })
/** The quote requests of a case. */
export type QuoteRequestList = v.InferOutput<typeof QuoteRequestList>

/** One quote request. @see Customer API, `GET /cases/{id}/quote-requests/{quoteRequestId}` */
export const QuoteRequestDetail = v.object({
  ...requestFields,
  isMaxBidCountReached: v.boolean(),
  request: textOrNull,
  existingFees: textOrNull,
})
/** One quote request. */
export type QuoteRequestDetail = v.InferOutput<typeof QuoteRequestDetail>

const quoteFields = {
  quoteId: uuid,
  quoteRequestId: uuid,
  partnerId: uuid,
  partnerName: textOrNull,
  status: textOrNull,
  agreementType: textOrNull,
  currency: textOrNull,
  proposedSolution: textOrNull,
  partnerWhyUsSection: textOrNull,
  dateCreated: timestamp,
}

const priceFields = {
  hourlyRate: numberOrNull,
  hourlyEstimated: numberOrNull,
  flatFeeEstimate: numberOrNull,
  hybridEstimate: numberOrNull,
}

/** What a collection partner asks for a case. */
export const Quote = v.object({
  ...quoteFields,
  ...priceFields,
  successFee: numberOrNull,
  phase: textOrNull,
  offerNature: textOrNull,
})
/** What a collection partner asks for a case. */
export type Quote = v.InferOutput<typeof Quote>

/** The quotes that came in. @see Customer API, `GET /cases/{id}/quote-requests/{quoteRequestId}/quotes` */
export const QuoteList = v.object({ quotes: v.nullish(v.array(Quote), []) })
/** The quotes that came in. */
export type QuoteList = v.InferOutput<typeof QuoteList>

/** One quote; here its success fee is `pricing.successFeeFee`. @see Customer API, `.../quotes/{quoteId}` */
export const QuoteDetail = v.object({
  ...quoteFields,
  pricing: v.object({ ...priceFields, successFeeFee: numberOrNull, costProcessMisc: double }),
  feeComments: textOrNull,
  fullQuoteLink: textOrNull,
  dateUpdated: timestampOrNull,
})
/** One quote. */
export type QuoteDetail = v.InferOutput<typeof QuoteDetail>
