import type {
  CaseEvent,
  CloseCode,
  CloseCodeLabel,
  Lifecycle,
  LifecycleLabel,
} from '../contract/words/index.ts'
import { CLOSE_CODES, closeCodeOf, LIFECYCLES, lifecycleOf } from '../contract/words/index.ts'
import { fromCallSite } from '../kit/call-site.ts'
import { judgeFired, type ToHaveFiredOptions } from './to-have-fired.ts'

/** What the matchers need to know of a case: a handle has it, and any answer of Debitura's. */
interface CaseLike {
  readonly id?: unknown
  readonly lifecycle?: unknown
  readonly closeCode?: unknown
  readonly isTestCase?: unknown
  refresh?(): Promise<unknown>
}

/** What a runner tells a matcher. */
export interface MatcherContext {
  /** Whether the matcher stands behind `.not`. */
  readonly isNot: boolean
}

/** What a matcher answers. */
export interface Verdict {
  readonly pass: boolean
  readonly message: () => string
}

/**
 * Matchers for cases. Given a handle, they read the case again first; given plain data, they judge that. Await them.
 */
export interface DebituraMatchers {
  /**
   * The case is in this state of its life: by name (`PendingVerification`) or by label (`Pending Verification`).
   * @example await expect(claim).toBeInLifecycle('Active')
   */
  toBeInLifecycle(expected: Lifecycle | LifecycleLabel): Promise<void>
  /**
   * The case is closed; with a code, closed that way: by name (`PreLegalExhaustedNoPayment`) or by label.
   * @example await expect(claim).toBeClosed('Paid')
   */
  toBeClosed(expected?: CloseCode | CloseCodeLabel): Promise<void>
  /** The case is a test case: it is not collected, and it can be deleted. */
  toBeTestCase(): Promise<void>
  /**
   * The event log of the case has the event, or has it before long; with `data`, one that says so. Behind `.not`: the log
   * has settled without it. Takes a handle of the kit.
   * @example await expect(claim).toHaveFired('payment.created', { data: { amount: 1500 } })
   */
  toHaveFired<Event extends CaseEvent>(event: Event, options?: ToHaveFiredOptions<Event>): Promise<void>
}

/** The matchers, for `expect.extend()`. */
export const debituraMatchers = {
  toBeInLifecycle(this: MatcherContext, received: unknown, expected: string): Promise<Verdict> {
    return fromCallSite(debituraMatchers.toBeInLifecycle, () => judgeLifecycle(this, received, expected))
  },

  toBeClosed(this: MatcherContext, received: unknown, expected?: string): Promise<Verdict> {
    return fromCallSite(debituraMatchers.toBeClosed, () => judgeClosed(this, received, expected))
  },

  toBeTestCase(this: MatcherContext, received: unknown): Promise<Verdict> {
    return fromCallSite(debituraMatchers.toBeTestCase, () => judgeTestCase(this, received))
  },

  toHaveFired(
    this: MatcherContext,
    received: unknown,
    event: CaseEvent,
    options?: ToHaveFiredOptions<CaseEvent>,
  ): Promise<Verdict> {
    return fromCallSite(debituraMatchers.toHaveFired, () => judgeFired(this, received, { event, options }))
  },
}

async function judgeLifecycle(
  context: MatcherContext,
  received: unknown,
  expected: string,
): Promise<Verdict> {
  const wanted = lifecycleOf(expected)
  if (wanted === undefined) throw unknownWord('a lifecycle', LIFECYCLES, expected)
  const { subject, lifecycle } = await read(received)
  return {
    pass: typeof lifecycle === 'string' && lifecycleOf(lifecycle) === wanted,
    message: () => `Expected ${subject} ${toBe(context)} in ${wanted}, and it is in ${String(lifecycle)}`,
  }
}

async function judgeClosed(context: MatcherContext, received: unknown, expected?: string): Promise<Verdict> {
  const wanted = expected === undefined ? undefined : closeCodeOf(expected)
  if (expected !== undefined && wanted === undefined) throw unknownWord('a close code', CLOSE_CODES, expected)
  const { subject, lifecycle, closeCode } = await read(received)
  const closed = typeof lifecycle === 'string' && lifecycleOf(lifecycle) === 'Closed'
  const rightCode =
    wanted === undefined || (typeof closeCode === 'string' && closeCodeOf(closeCode) === wanted)
  const found = closed ? `is closed as ${String(closeCode)}` : `is in ${String(lifecycle)}`
  return {
    pass: closed && rightCode,
    message: () =>
      `Expected ${subject} ${toBe(context)} closed${wanted === undefined ? '' : ` as ${wanted}`}, and it ${found}`,
  }
}

async function judgeTestCase(context: MatcherContext, received: unknown): Promise<Verdict> {
  const { subject, isTestCase } = await read(received)
  return {
    pass: isTestCase === true,
    message: () =>
      `Expected ${subject} ${toBe(context)} a test case, and isTestCase is ${String(isTestCase)}`,
  }
}

function toBe({ isNot }: MatcherContext): string {
  return isNot ? 'not to be' : 'to be'
}

function unknownWord(what: string, known: Readonly<Record<string, string>>, given: unknown): TypeError {
  const names = Object.keys(known).join(', ')
  return new TypeError(`Expected ${what} by name or label, got ${JSON.stringify(given)}. Names: ${names}`)
}

async function read(received: unknown): Promise<CaseLike & { readonly subject: string }> {
  if (typeof received !== 'object' || received === null || !('lifecycle' in received)) {
    throw new TypeError('Expected a case: a handle of the kit, or an answer of Debitura with a lifecycle')
  }
  const found: CaseLike = received
  await found.refresh?.()
  const { id, lifecycle, closeCode, isTestCase } = found
  return { id, lifecycle, closeCode, isTestCase, subject: `case ${String(id)}` }
}
