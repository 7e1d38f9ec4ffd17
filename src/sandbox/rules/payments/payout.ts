import type { CaseRecord } from '../../store/case-record.ts'
import type { Payout } from '../../store/payment-record.ts'
import type { FieldMessages } from '../field-messages.ts'
import { percentOf, sumOf } from './amounts.ts'
import { toHundredths } from './currency.ts'

/** How far the two payouts may be from the payment: a hundredth. */
const TOLERANCE = 0.01

/** The payouts that a request states. */
interface StatedPayout {
  readonly payoutCreditor?: number | null | undefined
  readonly payoutCollectionPartner?: number | null | undefined
}

/**
 * How a payment is shared: as stated, or by the case's success fee where nothing is.
 * @see Collection Partner API, `POST /cases/{id}/payments`
 */
export function payoutOf(
  record: CaseRecord,
  amount: number,
  stated: StatedPayout,
  found: FieldMessages,
): Payout {
  const { payoutCreditor, payoutCollectionPartner } = stated
  if (payoutCreditor == null && payoutCollectionPartner == null) return standardPayout(record, amount)
  if (payoutCreditor == null || payoutCollectionPartner == null) {
    const missing = payoutCreditor == null ? 'payoutCreditor' : 'payoutCollectionPartner'
    found.add(missing, 'payoutCreditor and payoutCollectionPartner are given together or not at all.')
    return standardPayout(record, amount)
  }
  const payout = {
    creditor: toHundredths(payoutCreditor),
    collectionPartner: toHundredths(payoutCollectionPartner),
  }
  const difference = sumOf([payout.creditor, payout.collectionPartner, -amount])
  if (Math.abs(difference) > TOLERANCE) {
    found.add(
      'payoutCreditor',
      `The payouts add up to ${sumOf([amount, difference])}, and the payment is ${amount}.`,
    )
  }
  return payout
}

function standardPayout({ successFee }: CaseRecord, amount: number): Payout {
  const collectionPartner = percentOf(amount, Math.min(successFee, 100))
  return { creditor: sumOf([amount, -collectionPartner]), collectionPartner }
}
