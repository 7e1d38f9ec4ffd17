import * as v from 'valibot'
import { AGREEMENT_TYPES, type AgreementType } from '../../contract/words/index.ts'
import { LARGEST_AMOUNT } from '../rules/payments/currency.ts'
import type { Bid } from '../rules/quotes/bid.ts'
import { parseOrder } from './parse-order.ts'

const amount = v.optional(v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(LARGEST_AMOUNT))))

const BidRequest = v.strictObject({
  // The keys of AGREEMENT_TYPES are exactly the type AgreementType.
  agreementType: v.optional(v.picklist(Object.keys(AGREEMENT_TYPES) as AgreementType[])),
  hourlyRate: amount,
  hourlyEstimated: amount,
  flatFeeEstimate: amount,
  successFee: v.optional(v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(100)))),
  hybridEstimate: amount,
  costProcessMisc: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(LARGEST_AMOUNT))),
  proposedSolution: v.optional(v.nullable(v.string())),
  feeComments: v.optional(v.nullable(v.string())),
})

/** Reads what a quote is to ask; otherwise 400. What is left out is as usual. */
export function readBid(body: unknown): Bid {
  return defined(parseOrder(BidRequest, body))
}

/** Without the fields that are there and undefined, which would count as given. */
function defined(bid: v.InferOutput<typeof BidRequest>): Bid {
  return Object.fromEntries(Object.entries(bid).filter(([, value]) => value !== undefined))
}
