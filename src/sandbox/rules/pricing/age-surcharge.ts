import type { Behaviours } from '../../behaviours.ts'
import { sumOf } from '../payments/amounts.ts'
import { toHundredths } from '../payments/currency.ts'
import { isOlderThan } from '../time.ts'

/** A claim, and the parts of it that are older, where they are told. */
interface Aged {
  readonly amountToRecover: number
  readonly amountToRecoverOver12Months?: number | null | undefined
  readonly amountToRecoverOver24Months?: number | null | undefined
}

/** When a claim was due, and what time it is. Both are ISO 8601 in UTC. */
interface Due {
  readonly due: string
  readonly now: string
}

/** What a claim's age adds to its success fee. */
interface AgeSurcharge {
  /** Percentage points. */
  readonly points: number
  /** Whether they were blended from several invoices. */
  readonly isBlended: boolean
}

/** Points added to the success fee for what is older than a year, and than two. */
const SURCHARGES: Readonly<Record<Behaviours['ageSurcharge'], readonly [number, number]>> = {
  '8-and-15': [8, 15],
  '10-and-20': [10, 20],
}

/**
 * What the age of a claim adds to its success fee, in a preview as in a case: in proportion to the parts that are
 * older, or where these are not told by the day on which it was due.
 * @see Customer API, `POST /cases/preview` and `POST /cases`
 */
export function ageSurcharge(
  claim: Aged,
  { due, now }: Due,
  { ageSurcharge: chosen }: Pick<Behaviours, 'ageSurcharge'>,
): AgeSurcharge {
  const {
    amountToRecover: total,
    amountToRecoverOver12Months: over12,
    amountToRecoverOver24Months: over24,
  } = claim
  const [overOne, overTwo] = SURCHARGES[chosen]
  if (over12 != null && over24 != null) {
    const points = toHundredths((sumOf([over12, -over24]) * overOne + over24 * overTwo) / total)
    return { points, isBlended: true }
  }
  if (isOlderThan(due, 2, now)) return { points: overTwo, isBlended: false }
  return { points: isOlderThan(due, 1, now) ? overOne : 0, isBlended: false }
}
