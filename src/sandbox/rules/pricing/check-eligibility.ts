import type { EligibilityRequest } from '../../../contract/shapes/index.ts'
import { invalidFields } from '../../http/refusal.ts'
import { jurisdictionOf } from '../../jurisdictions/find.ts'
import type { Jurisdiction } from '../../jurisdictions/table.ts'
import { checkPlace, isDebtorType } from '../cases/check-debtor.ts'
import { FieldMessages } from '../field-messages.ts'
import { isCurrency } from '../payments/currency.ts'

/** The jurisdiction that a question about eligibility is about; 400 where the question makes no sense. */
export function checkedJurisdiction(request: EligibilityRequest): Jurisdiction {
  const found = new FieldMessages()
  if (!isDebtorType(request.debtorType)) found.add('debtorType', 'Invalid debtor type')
  if (!isCurrency(request.currencyCode)) {
    found.add('currencyCode', `Invalid currency code: ${request.currencyCode}`)
  }
  checkPlace(request, '', found)
  const problems = found.found()
  if (problems !== undefined) throw invalidFields(problems)
  const jurisdiction = jurisdictionOf(request)
  if (jurisdiction === undefined) throw new Error('The place was not checked')
  return jurisdiction
}
