import type { DebtorInput } from '../../../contract/shapes/index.ts'
import { jurisdictionOf } from '../../jurisdictions/find.ts'
import { sumOf } from '../payments/amounts.ts'
import { toHundredths } from '../payments/currency.ts'
import { inUsDollars } from '../payments/us-dollars.ts'
import { isOlderThan } from '../time.ts'

/**
 * Success fees in percent, by the size of a claim in US dollars. The tiers are the sandbox's own: Debitura's depend on
 * the partner and the zone.
 */
const TIERS = [
  { from: 50_000, percent: 6.5 },
  { from: 8_000, percent: 8 },
  { from: 1_000, percent: 9.5 },
] as const
const BELOW_ALL_TIERS = 14.5

/**
 * The standard success fee for a claim of an amount, before its age adds to it: in percent of what is paid.
 * @param feePoints - what the debtor's jurisdiction adds
 */
export function baseSuccessFee(amount: number, currency: string, feePoints = 0): number {
  const size = inUsDollars(amount, currency)
  return sumOf([TIERS.find(({ from }) => size >= from)?.percent ?? BELOW_ALL_TIERS, feePoints])
}

/** The parts of a claim of several invoices that are older than so many months. */
interface AgedParts {
  readonly amountToRecover?: number | null | undefined
  readonly amountToRecoverOver12Months?: number | null | undefined
  readonly amountToRecoverOver24Months?: number | null | undefined
}

/** Percentage points that age adds for each part of a claim over so many months. @see Customer API, `InvoiceDto.blendedAgeUpliftPoints` */
const OVER_12_MONTHS = 10
const OVER_24_MONTHS = 20

/** Percentage points that the age of its invoices adds to a claim's success fee; `null` where the parts are not told. */
export function blendedAgeUplift(claim: AgedParts): number | null {
  const {
    amountToRecover: total,
    amountToRecoverOver12Months: over12,
    amountToRecoverOver24Months: over24,
  } = claim
  if (over12 == null || over24 == null || total == null || total <= 0) return null
  return toHundredths((sumOf([over12, -over24]) * OVER_12_MONTHS + over24 * OVER_24_MONTHS) / total)
}

/** Percentage points that the age of a single invoice adds, by the day on which it was due. */
export function singleAgeUplift(dueDate: string, now: string): number {
  if (isOlderThan(dueDate, 2, now)) return OVER_24_MONTHS
  return isOlderThan(dueDate, 1, now) ? OVER_12_MONTHS : 0
}

/** What a standard success fee follows from. */
export interface Priced {
  readonly grossAmount: number
  readonly currency: string
  readonly debtor: DebtorInput
  /** Percentage points that age adds. */
  readonly ageUplift: number
}

/** The standard success fee for a claim, with what its age and its jurisdiction add. */
export const standardSuccessFee = ({ grossAmount, currency, debtor, ageUplift }: Priced): number =>
  sumOf([baseSuccessFee(grossAmount, currency, jurisdictionOf(debtor)?.feePoints), ageUplift])
