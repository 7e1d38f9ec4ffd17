import type { UpdateFeesRequest } from '../../../contract/shapes/index.ts'
import { LIFECYCLES } from '../../../contract/words/index.ts'
import { badRequest, invalidFields } from '../../http/refusal.ts'
import type { CaseRecord } from '../../store/case-record.ts'
import type { World } from '../../store/world.ts'
import { note } from '../cases/drive-case.ts'
import { FieldMessages } from '../field-messages.ts'
import { repriced } from '../pricing/reprice.ts'
import { feesOn } from './amounts.ts'
import { LARGEST_AMOUNT, toHundredths } from './currency.ts'

const FEES = ['interestFees', 'reminderFees', 'collectionFees'] as const

/**
 * Replaces a case's fees, and its claim where one is given. Answers the success fee, where a new claim led to it anew.
 * @see Collection Partner API, `PUT /cases/{id}/fees`
 */
export function replaceFees(world: World, record: CaseRecord, request: UpdateFeesRequest): number | null {
  const { lifecycle } = record
  if (lifecycle === 'Closed' || lifecycle === 'Merged')
    throw badRequest('InvalidLifecycle', `The fees of a case in '${LIFECYCLES[lifecycle]}' are final.`)
  refuseTooLarge(request)
  const grossAmount = toHundredths(request.grossAmount ?? record.grossAmount)
  const successFee = repriced(record, grossAmount, request)
  record.grossAmount = grossAmount
  record.successFee = successFee ?? record.successFee
  for (const fee of FEES) {
    const omitted = world.behaviours.omittedFee === 'zero' ? 0 : record[fee]
    record[fee] = toHundredths(request[fee] ?? omitted)
  }
  const now = world.now()
  record.dateUpdated = now
  const { currency } = record
  const description = `The claim is ${grossAmount.toFixed(2)} ${currency}, with fees of ${feesOn(record).toFixed(2)} ${currency}.`
  note(record, { date: now, type: 'FeesUpdated', title: 'Fees updated', description, actor: 'Partner user' })
  return successFee
}

function refuseTooLarge(request: UpdateFeesRequest): void {
  const found = new FieldMessages()
  for (const field of ['grossAmount', ...FEES] as const) {
    if ((request[field] ?? 0) > LARGEST_AMOUNT) found.add(field, `${field} is too large.`)
  }
  const problems = found.found()
  if (problems !== undefined) throw invalidFields(problems)
}
