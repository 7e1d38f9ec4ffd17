import type { CaseEvent } from '../contract/words/index.ts'
import { DebituraTestkitError } from '../errors/index.ts'
import { assertOptions } from '../kit/assert-options.ts'
import { now } from '../kit/real-time.ts'
import type {
  CaseEventRecord,
  EventPayload,
  FindEventOptions,
  WaitForEventOptions,
  Where,
} from '../kit/types.ts'
import type { MatcherContext, Verdict } from './matchers.ts'

type CaseApi = 'customer' | 'collection-partner'

/** What an event has to be like, and how long it may take. */
export interface ToHaveFiredOptions<Event extends CaseEvent> {
  /** Fields that its data has to have, as `toMatchObject` takes them, or a function that judges it. */
  readonly data?: Where<EventPayload<CaseApi, Event>['data']> | undefined
  /** Milliseconds to wait for it. @default 4_000 in the sandbox, 30_000 elsewhere */
  readonly timeout?: number | undefined
  /** Behind `.not`: milliseconds without a change after which the log has settled. @default 200 in the sandbox, 10_000 elsewhere */
  readonly settle?: number | undefined
}

/** As much of a handle as it takes. */
interface Firing {
  readonly id: string
  waitForEvent(event: CaseEvent, options: WaitForEventOptions): Promise<CaseEventRecord>
  findEvent(event: CaseEvent, options: FindEventOptions): Promise<CaseEventRecord | undefined>
}

interface Expected {
  readonly event: CaseEvent
  readonly options: ToHaveFiredOptions<CaseEvent> | undefined
}

/** Judges whether an event fired. */
export async function judgeFired(
  { isNot }: MatcherContext,
  received: unknown,
  { event, options = {} }: Expected,
): Promise<Verdict> {
  assertFiring(received)
  assertOptions(options, ['data', 'timeout', 'settle'], `Failed to look whether ${String(event)} has fired`)
  // What the data of the event is, its name says; an expectation of other data is met by none.
  const where = options.data as Where<CaseEventRecord['data']> | undefined
  return isNot
    ? judgeSettled(received, event, { where, settle: options.settle })
    : judgeInTime(received, event, { where, timeout: options.timeout })
}

async function judgeInTime(claim: Firing, event: CaseEvent, options: WaitForEventOptions): Promise<Verdict> {
  try {
    await claim.waitForEvent(event, options)
    return { pass: true, message: () => `Expected case ${claim.id} not to have fired ${event}` }
  } catch (error) {
    if (!(error instanceof DebituraTestkitError && error.code === 'DBT_EVENT_MISSING')) throw error
    return {
      pass: false,
      message: () => `Expected case ${claim.id} to have fired ${event}. ${error.message}`,
    }
  }
}

async function judgeSettled(claim: Firing, event: CaseEvent, options: FindEventOptions): Promise<Verdict> {
  const began = now()
  const found = await claim.findEvent(event, options)
  const waited = now() - began
  return {
    pass: found !== undefined,
    message: () =>
      found === undefined
        ? `Expected case ${claim.id} to have fired ${event}, and its event log settled without it after ${waited} ms`
        : `Expected case ${claim.id} not to have fired ${event} before its event log settles, and it fired at ${found.createdAt} with ${JSON.stringify(found.data)}, seen after ${waited} ms`,
  }
}

function assertFiring(received: unknown): asserts received is Firing {
  if (typeof received === 'object' && received !== null && 'waitForEvent' in received) return
  throw new TypeError(
    'Expected a handle of a case, as `debitura.cases` and `debitura.managedCases` give it: only that can be asked for its events',
  )
}
