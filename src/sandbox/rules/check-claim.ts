import { isCurrency, LARGEST_AMOUNT } from './currency.ts'
import { type FieldMessages, isBlank } from './field-messages.ts'
import { isDay } from './time.ts'

/** What is owed, as both kinds of case state it. */
interface Claim {
  readonly currencyCode: string
  readonly date?: string | undefined
  readonly dueDate?: string | null | undefined
  readonly amountToRecover?: number | undefined
  readonly amountToRecoverOver6Months?: number | null | undefined
  readonly amountToRecoverOver12Months?: number | null | undefined
  readonly amountToRecoverOver24Months?: number | null | undefined
}

/** Finds what is wrong with amounts, currency and date. @see docs.debitura.com/clients/integration-guides/create-a-case */
export function checkClaim(claim: Claim, needsDate: boolean, found: FieldMessages): void {
  const { currencyCode, amountToRecover } = claim
  if (isBlank(currencyCode)) found.add('currencyCode', 'currencyCode is required.')
  else if (!isCurrency(currencyCode)) found.add('currencyCode', `Unknown currency: ${currencyCode}`)
  if (needsDate && claim.date === undefined) found.add('date', 'date is required.')
  for (const field of ['date', 'dueDate'] as const) {
    const given = claim[field]
    if (given != null && !isDay(given)) found.add(field, `'${given}' is not a date.`)
  }
  if (amountToRecover === undefined) found.add('amountToRecover', 'amountToRecover is required.')
  else if (amountToRecover <= 0) found.add('amountToRecover', 'amountToRecover must be greater than 0.')
  else if (amountToRecover > LARGEST_AMOUNT) found.add('amountToRecover', 'amountToRecover is too large.')
  checkAges(claim, found)
}

/** The parts of a claim that are older than so many months: each within the next younger one. */
function checkAges(claim: Claim, found: FieldMessages): void {
  const over6 = claim.amountToRecoverOver6Months ?? undefined
  const over12 = claim.amountToRecoverOver12Months ?? undefined
  const over24 = claim.amountToRecoverOver24Months ?? undefined
  if ((over12 === undefined) !== (over24 === undefined)) {
    const missing = over12 === undefined ? 'amountToRecoverOver12Months' : 'amountToRecoverOver24Months'
    found.add(missing, 'The amounts over 12 and over 24 months are given together or not at all.')
  } else if (over6 !== undefined && over12 === undefined) {
    found.add(
      'amountToRecoverOver6Months',
      'The amount over 6 months needs those over 12 and over 24 months.',
    )
  }
  const total = claim.amountToRecover ?? Number.POSITIVE_INFINITY
  const within6 = over6 ?? total
  const checks = [
    ['amountToRecoverOver6Months', over6, total],
    ['amountToRecoverOver12Months', over12, within6],
    ['amountToRecoverOver24Months', over24, over12 ?? within6],
  ] as const
  for (const [field, amount, limit] of checks) {
    if (amount === undefined) continue
    if (amount < 0) found.add(field, `${field} must be at least 0.`)
    else if (amount > limit) found.add(field, `${field} is more than the part that contains it.`)
  }
}
