import type { PriceChangeConfirmation } from '../../../contract/shapes/index.ts'
import { badRequest, Refusal } from '../../http/refusal.ts'
import type { CaseRecord } from '../../store/case-record.ts'
import { toHundredths } from '../payments/currency.ts'
import { standardSuccessFee } from './success-fee.ts'

/** How far a success fee may move, in percentage points, without anybody's consent. */
const UNNOTICED = 0.1

/** What a caller says about a new success fee. */
interface Consent {
  readonly confirmPriceChange?: boolean | undefined
  readonly keepIntentionalRate?: boolean | undefined
}

/**
 * The success fee that follows from a new claim; `null` where it stays as it is. Where it moves noticeably the caller
 * has to agree: to a new standard rate, or to keeping a rate that somebody set on purpose.
 * @see Collection Partner API, `PUT /cases/{id}/fees`
 */
export function repriced(record: CaseRecord, grossAmount: number, consent: Consent): number | null {
  const { successFeeIsIntentional, successFee } = record
  if (successFeeIsIntentional && consent.confirmPriceChange === true) {
    const message = 'The success fee of this case was set on purpose. Use keepIntentionalRate to keep it.'
    throw badRequest('IntentionalRate', message)
  }
  if (grossAmount === record.grossAmount) return null
  const proposed = standardSuccessFee({ ...record, grossAmount })
  const agreed = successFeeIsIntentional ? consent.keepIntentionalRate : consent.confirmPriceChange
  const moved = toHundredths(Math.abs(proposed - successFee))
  if (moved > UNNOTICED && agreed !== true) throw confirmationRequired(record, proposed)
  return successFeeIsIntentional ? null : proposed
}

function confirmationRequired(record: CaseRecord, proposedSuccessFee: number): Refusal {
  const { id, successFee, successFeeIsIntentional } = record
  const field = successFeeIsIntentional ? 'keepIntentionalRate' : 'confirmPriceChange'
  const body: PriceChangeConfirmation = {
    caseId: id,
    confirmationRequired: true,
    isIntentionalRate: successFeeIsIntentional,
    currentSuccessFee: successFee,
    proposedSuccessFee,
    warning: `The success fee would go from ${successFee} % to ${proposedSuccessFee} %.`,
    message: `Nothing was changed. Send the request again with ${field} set to true.`,
  }
  return new Refusal(409, body)
}
