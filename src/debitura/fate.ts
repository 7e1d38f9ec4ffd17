import type { Operation } from '../contract/operations/operation.ts'

/** Whether Debitura carried out a call that failed; where it did, what it answered, as far as that could be read. */
export type Fate =
  | { readonly carriedOut: 'no' | 'perhaps' }
  | { readonly carriedOut: 'yes'; readonly answer: unknown }

interface Known {
  readonly operation: Operation
  readonly fate: Fate
}

/** Beside the errors and not on them: an answer may hold secrets, and loggers print whatever an error has. */
const known = new WeakMap<Error, Known>()

/** Notes what became of the call that an error is about, and gives the error back. */
export function withFate<E extends Error>(error: E, operation: Operation, fate: Fate): E {
  known.set(error, { operation, fate })
  return error
}

/**
 * What became of a call of this operation. Where another call failed, one that had to come before it, this one was
 * never sent. `undefined` where the error is about no call at all, or says only that somebody gave up waiting.
 */
export function fateOf(error: unknown, operation: Operation): Fate | undefined {
  const noted = error instanceof Error ? known.get(error) : undefined
  if (noted === undefined) return undefined
  return noted.operation === operation ? noted.fate : { carriedOut: 'no' }
}
