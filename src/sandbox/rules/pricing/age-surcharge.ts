import type { Behaviours } from '../../behaviours.ts'
import { toHundredths } from '../payments/currency.ts'
import { isOlderThan, toUtc } from '../time.ts'

/** What a claim's age is told from: the parts that are older, or the day on which all of it was due. */
interface Aged {
  readonly amountToRecover: number
  readonly amountToRecoverOver12Months?: number | null | undefined
  readonly amountToRecoverOver24Months?: number | null | undefined
  readonly dueDate?: string | null | undefined
}

/** Points added to the success fee for what is older than a year, and than two. */
const SURCHARGES: Readonly<Record<Behaviours['previewAgeSurcharge'], readonly [number, number]>> = {
  '8-and-15': [8, 15],
  '10-and-20': [10, 20],
}

/**
 * Points that a preview adds to the success fee for the age of a claim: in proportion to the parts that are older.
 * @see Customer API, `POST /cases/preview`
 */
export function ageSurcharge(claim: Aged, { previewAgeSurcharge }: Behaviours, now: string): number {
  const [overOne, overTwo] = SURCHARGES[previewAgeSurcharge]
  const [share12, share24] = sharesOver(claim, now)
  return toHundredths((share12 - share24) * overOne + share24 * overTwo)
}

/** The shares of a claim that are older than 12 and than 24 months. */
function sharesOver(claim: Aged, now: string): readonly [number, number] {
  const { amountToRecover, amountToRecoverOver12Months, amountToRecoverOver24Months, dueDate } = claim
  if (dueDate != null) {
    const due = toUtc(dueDate)
    return [Number(isOlderThan(due, 1, now)), Number(isOlderThan(due, 2, now))]
  }
  return [
    (amountToRecoverOver12Months ?? 0) / amountToRecover,
    (amountToRecoverOver24Months ?? 0) / amountToRecover,
  ]
}
