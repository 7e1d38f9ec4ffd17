import { type FieldMessages, isBlank } from '../field-messages.ts'
import { isCurrency, LARGEST_AMOUNT } from '../payments/currency.ts'
import { dayOf, isDay } from '../time.ts'

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

/** How a claim is looked at. */
interface ClaimRules {
  readonly needsDate: boolean
  /** The time: ISO 8601 in UTC. */
  readonly now: string
}

/**
 * Finds what is wrong with amounts, currency and dates. Where the error reference has a message, it is that one.
 * @see docs.debitura.com/referral-partners, error reference
 */
export function checkClaim(claim: Claim, { needsDate, now }: ClaimRules, found: FieldMessages): void {
  const { currencyCode, amountToRecover } = claim
  if (isBlank(currencyCode)) found.add('currencyCode', 'currencyCode is required.')
  else if (!isCurrency(currencyCode)) found.add('currencyCode', `Invalid currency code: ${currencyCode}`)
  if (needsDate && claim.date === undefined) found.add('date', 'date is required.')
  checkDays(claim, dayOf(now), found)
  if (amountToRecover === undefined) found.add('amountToRecover', 'amountToRecover is required.')
  else if (amountToRecover <= 0) found.add('amountToRecover', 'Case total must be a positive amount')
  else if (amountToRecover > LARGEST_AMOUNT) found.add('amountToRecover', 'amountToRecover is too large.')
  checkAges(claim, found)
}

/** Days are compared, not moments: what is dated or due today is not in the future. */
function checkDays(claim: Claim, today: string, found: FieldMessages): void {
  const dayIn = (field: 'date' | 'dueDate'): string | undefined => {
    const given = claim[field]
    if (given == null) return undefined
    if (isDay(given)) return dayOf(given)
    found.add(field, `'${given}' is not a date.`)
    return undefined
  }
  const date = dayIn('date')
  const dueDate = dayIn('dueDate')
  if (date !== undefined && date > today) found.add('date', 'Case date cannot be in the future')
  if (dueDate === undefined) return
  if (date !== undefined && dueDate < date)
    found.add('dueDate', 'Due date cannot be earlier than the case date')
  if (dueDate > today) found.add('dueDate', 'Due date must be in the past')
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
