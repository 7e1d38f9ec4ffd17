import type { Case } from '../contract/shapes/index.ts'
import { ADVANCE_TARGETS, type AdvanceTarget } from '../contract/words/index.ts'
import { DebituraApiError, DebituraTestkitError } from '../errors/index.ts'

/** Refuses a state that Debitura cannot drive a case to. */
export function assertTarget(to: unknown): asserts to is AdvanceTarget {
  if (ADVANCE_TARGETS.some((target) => target === to)) return
  throw invalidAdvance(
    `${JSON.stringify(to)} is not a state that a test case can be advanced to`,
    `Use one of ${ADVANCE_TARGETS.join(', ')}`,
  )
}

/** The payment that goes with a state: what is given, or what is outstanding. Only `Closed:Paid` has one. */
export function advanceAmount(
  to: AdvanceTarget,
  given: number | undefined,
  known: Partial<Case>,
): number | undefined {
  if (to !== 'Closed:Paid') return undefined
  // A case that is paid already has nothing outstanding; Debitura wants a positive amount all the same.
  const amount = given ?? (known.remainder === 0 ? known.grossAmount : known.remainder)
  if (amount === undefined || amount === null) {
    throw invalidAdvance(
      'what is outstanding on the case is not known',
      "Give the amount: `advance('Closed:Paid', { amount })`",
    )
  }
  if (typeof amount === 'number' && Number.isFinite(amount) && amount > 0) return amount
  throw invalidAdvance(
    `${String(amount)} is not a positive amount`,
    'Give an amount above 0, in the currency of the case',
  )
}

/** Says what to do about an advance that Debitura refused. */
export function refusedAdvance(error: unknown, id: string, to: AdvanceTarget): unknown {
  if (!(error instanceof DebituraApiError && error.status === 400)) return error
  return new DebituraApiError(error, {
    what: `Failed to advance case ${id} to ${to}`,
    why: error.why,
    todo: 'A case that is closed stays as it is: make another one for another ending',
  })
}

function invalidAdvance(why: string, todo: string): DebituraTestkitError {
  return new DebituraTestkitError({
    code: 'DBT_INVALID_ADVANCE',
    what: 'Failed to advance a case',
    why,
    todo,
  })
}
