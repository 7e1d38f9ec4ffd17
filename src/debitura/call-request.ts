import type { BodyOf, Operation, PathParameters } from '../contract/operations/operation.ts'
import type { Query } from '../contract/operations/query.ts'
import type { Credential } from './credential.ts'

/**
 * Whom a call serves. Cleanup yields to tests, and always has some connections of its own; so have the calls of a test
 * that only looks whether something has come, because they are many.
 */
export type Lane = 'test' | 'poll' | 'cleanup'

/** What one call needs besides its operation. */
export interface CallRequest<O extends Operation> {
  readonly credential: Credential
  /** Values for the path template, not encoded. */
  readonly parameters: PathParameters<O>
  readonly query?: Query | undefined
  readonly body?: BodyOf<O> | undefined
  /**
   * Same key and body, same answer. All tries of a call send the same one.
   * @default a new one for every call of a `keyed` operation, none for others
   */
  readonly idempotencyKey?: string | undefined
  /** @default 'test' */
  readonly lane?: Lane | undefined
  /** Ends the call: it rejects with the signal's reason. What was sent already may still be carried out. */
  readonly signal?: AbortSignal | undefined
}
