/**
 * States that `POST /test/cases/{id}/advance` can drive a test case to.
 * @see docs.debitura.com/developer-concepts/webhooks/ci-testing
 */
export const ADVANCE_TARGETS = ['Active', 'Closed:Paid', 'Closed:NoPayment'] as const

/** A state that a test case can be advanced to. */
export type AdvanceTarget = (typeof ADVANCE_TARGETS)[number]

/** What advance answers: a target, or `Closed` where the case was closed some other way. */
export type AdvanceState = AdvanceTarget | 'Closed'
