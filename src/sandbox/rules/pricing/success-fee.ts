import type { DebtorInput } from '../../../contract/shapes/index.ts'
import { jurisdictionOf } from '../../jurisdictions/find.ts'
import { sumOf } from '../payments/amounts.ts'
import { inUsDollars } from '../payments/us-dollars.ts'

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
