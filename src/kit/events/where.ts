import { invalid } from '../invalid.ts'
import type { Overrides } from '../payload/merge.ts'
import { differences } from './differences.ts'

/**
 * Which of several a test means: by the fields of its `data`, as `toMatchObject` takes them, or by a function.
 * @example
 * ```ts
 * await claim.waitForEvent('payment.created', { where: { amount: 1500 } })
 * await claim.waitForEvent('payment.created', { where: ({ amount }) => amount > 1000 })
 * ```
 */
export type Where<Data> = ((data: Data) => boolean) | Overrides<Data>

/** Refuses what is neither. Types say so already; this is for JavaScript. */
export function assertWhere(where: unknown, what: string): void {
  if (where === undefined || typeof where === 'function') return
  if (typeof where === 'object' && where !== null) return
  throw invalid(
    what,
    `what it is to be like is ${String(where)}, neither an object with fields nor a function`,
    'Give fields of `data`, `{ amount: 1500 }` say, or a function that judges it',
  )
}

/** What about the data is not as wanted, in words; empty where it is. */
export function unmet<Data>(where: Where<Data> | undefined, data: Data): readonly string[] {
  if (where === undefined) return []
  if (typeof where !== 'function') return differences(where, data)
  // No event's data is a function, so this is not one of overrides.
  const verdict: unknown = (where as (data: Data) => unknown)(data)
  // Jest's tests have a `Promise` of their own realm, of which this one is no instance.
  if (typeof verdict === 'object' && verdict !== null && 'then' in verdict) {
    throw invalid(
      'Failed to judge an event',
      '`where` answers with a promise, which is true of every event',
      'Give a function that is not async',
    )
  }
  return verdict ? [] : ['`where` says no']
}
