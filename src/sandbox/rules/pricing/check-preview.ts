import type { PreviewCaseRequest } from '../../../contract/shapes/index.ts'
import type { ApiName } from '../../../contract/words/index.ts'
import { fieldName } from '../../http/body-problems.ts'
import { invalidFields } from '../../http/refusal.ts'
import { jurisdictionOf } from '../../jurisdictions/find.ts'
import type { Jurisdiction } from '../../jurisdictions/table.ts'
import type { World } from '../../store/world.ts'
import { checkClaim } from '../cases/check-claim.ts'
import { checkPlace, isDebtorType } from '../cases/check-debtor.ts'
import { FieldMessages } from '../field-messages.ts'

/** The jurisdiction of a case that is only looked at; 400 where it could not be submitted like this. */
export function checkedPreview(api: ApiName, world: World, request: PreviewCaseRequest): Jurisdiction {
  const found = new FieldMessages()
  checkClaim(request, { needsDate: false, now: world.now() }, found)
  if (request.dueDate != null && hasAges(request)) {
    found.add('dueDate', 'dueDate and the amounts by age exclude each other.')
  }
  if (!isDebtorType(request.debtor.type)) found.add('debtor.type', 'Invalid debtor type')
  checkPlace(request.debtor, 'debtor.', found)
  const problems = found.found()
  if (problems !== undefined) {
    const named = Object.entries(problems).map(([field, messages]) => [fieldName(api, field), messages])
    throw invalidFields(Object.fromEntries(named))
  }
  const jurisdiction = jurisdictionOf(request.debtor)
  if (jurisdiction === undefined) throw new Error('The place was not checked')
  return jurisdiction
}

const hasAges = (request: PreviewCaseRequest) =>
  request.amountToRecoverOver6Months != null ||
  request.amountToRecoverOver12Months != null ||
  request.amountToRecoverOver24Months != null
