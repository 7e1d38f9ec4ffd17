import * as v from 'valibot'
import { API_NAMES } from '../../contract/words/index.ts'
import { DebituraTestkitError } from '../../errors/index.ts'
import { issuesIn } from '../issues.ts'
import { aimOf } from './aim.ts'

const LONGEST_DELAY_MS = 600_000

const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most))

/** What every order says: which calls it is about, how many of them, and how long they wait. */
const common = {
  api: v.optional(v.picklist(API_NAMES)),
  operation: v.optional(v.union([v.string(), v.pipe(v.array(v.string()), v.minLength(1))])),
  times: v.optional(whole(1, 1_000_000)),
  share: v.optional(v.pipe(v.number(), v.gtValue(0), v.maxValue(1))),
  seed: v.optional(whole(0, 2 ** 32 - 1)),
  delay: v.optional(whole(0, LONGEST_DELAY_MS)),
  jitter: v.optional(whole(0, LONGEST_DELAY_MS)),
}

const FaultOrderSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('delay'), ...common, delay: whole(1, LONGEST_DELAY_MS) }),
  v.strictObject({
    kind: v.literal('status'),
    ...common,
    status: whole(400, 599),
    type: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(200))),
    message: v.optional(v.pipe(v.string(), v.maxLength(2_000))),
  }),
  v.strictObject({
    kind: v.literal('rate-limit'),
    ...common,
    retryAfter: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(86_400))),
  }),
  v.strictObject({ kind: v.literal('drop'), ...common }),
  v.strictObject({ kind: v.literal('lose'), ...common }),
  v.strictObject({ kind: v.literal('malformed'), ...common }),
  v.strictObject({ kind: v.literal('truncate'), ...common }),
])

/** Which calls an order is about, how many of them, and how long they wait. */
export interface FaultScope {
  /** @default every API */
  readonly api?: 'customer' | 'referral-partner' | 'collection-partner'
  /**
   * The operation by its name, `'createCase'`, or by method and path, `'POST /cases/{id}/chats'`; or several.
   * @default every operation
   */
  readonly operation?: string | readonly string[]
  /**
   * How many calls it is applied to.
   * @default all, until the order is cleared
   */
  readonly times?: number
  /**
   * Which share of the calls it is applied to, above 0 and up to 1.
   * @default 1
   */
  readonly share?: number
  /**
   * Decides which calls are in the share, and how much jitter each gets: the same seed, the same calls.
   * @default 1
   */
  readonly seed?: number
  /**
   * Milliseconds of real time that a call waits before anything happens to it.
   * @default 0
   */
  readonly delay?: number
  /**
   * Up to so many milliseconds more.
   * @default 0
   */
  readonly jitter?: number
}

/**
 * What is to go wrong:
 * - `delay`: nothing but the wait;
 * - `status`: an error, in the body that Debitura documents for it; nothing was done;
 * - `rate-limit`: a 429 that asks to wait `retryAfter` seconds (1 unless given); nothing was done;
 * - `drop`: the connection breaks before anything was done;
 * - `lose`: everything was done, and then the connection breaks;
 * - `malformed`: everything was done, and the answer's body is not JSON;
 * - `truncate`: everything was done, and the connection breaks within the answer's body.
 *
 * An answer that has no body, a 204, arrives as it is where its body was to be broken.
 */
export type FaultOrder = FaultScope &
  (
    | { readonly kind: 'delay'; readonly delay: number }
    | {
        readonly kind: 'status'
        /** 400 to 599. */
        readonly status: number
        /** Debitura's word for what is wrong, for example `NoPartnerAvailable`. */
        readonly type?: string
        readonly message?: string
      }
    | { readonly kind: 'rate-limit'; readonly retryAfter?: number }
    | { readonly kind: 'drop' | 'lose' | 'malformed' | 'truncate' }
  )

/** Checks an order. Throws `DBT_SETTINGS` for one that makes no sense. */
export function checkedFaultOrder(given: unknown): FaultOrder {
  const parsed = v.safeParse(FaultOrderSchema, given)
  if (!parsed.success) {
    throw senseless(
      issuesIn(parsed.issues).replace(/\.$/, ''),
      "Use an order like { kind: 'status', status: 503, operation: 'createCase', times: 1 }",
    )
  }
  const order = parsed.output
  const unknown = aimOf(order).unknown
  if (unknown.length > 0)
    throw senseless(
      `there is no operation ${unknown.map((name) => `'${name}'`).join(', ')} in ${order.api === undefined ? 'any API' : `the API '${order.api}'`}`,
      "Use its name, 'createCase' say, or its method and path, 'POST /cases' say",
    )
  return order
}

export const senseless = (why: string, todo: string): DebituraTestkitError =>
  new DebituraTestkitError({ code: 'DBT_SETTINGS', what: 'Failed to order a fault', why, todo })
