import type { AnswerOf, BodyOf, Operation, PathParameters, Schema } from '../../contract/operations/index.ts'
import type { Debitura } from '../debitura.ts'
import type { World } from '../store/world.ts'
import type { Query } from './query.ts'
import { quickCheck } from './quick-check.ts'

/** A request that was let in, with its body checked. */
export interface Call<O extends Operation> {
  readonly debitura: Debitura
  readonly world: World
  /** The caller's account: a creditor, the referral partner, or the collection partner. */
  readonly accountId: string
  readonly path: PathParameters<O>
  readonly query: Query
  readonly body: BodyOf<O>
}

/** A success with a status other than the operation's first. */
export class Answered<Body> {
  readonly status: number
  readonly body: Body

  constructor(status: number, body: Body) {
    this.status = status
    this.body = body
  }
}

/** What an operation does: in one go, so that no two requests ever see each other's half-done work. */
export type Handler<O extends Operation> = (call: Call<O>) => AnswerOf<O> | Answered<AnswerOf<O>>

/** What an operation does that has to wait for somebody else's answer. It changes nothing. */
export type WaitingHandler<O extends Operation> = (call: Call<O>) => Promise<AnswerOf<O>>

/** An operation of the contract, and what the sandbox does for it. */
export interface Implementation {
  readonly operation: Operation
  readonly handle: (call: Call<Operation>) => unknown
  /** Whether a request's body is what the operation takes. */
  readonly takes: (body: unknown) => boolean
  /** Whether a body is what the operation may answer. */
  readonly holds: (body: unknown) => boolean
}

/**
 * Serves one operation. Method, path, statuses and shapes come from the contract; a handler is given data, and answers
 * data. It refuses by throwing a `Refusal`.
 */
export function implement<O extends Operation>(
  operation: O,
  handle: Handler<O> | WaitingHandler<O>,
): Implementation {
  // `route` parses path and body by this very operation, so a handler gets what it asks for.
  return {
    operation,
    handle: handle as Implementation['handle'],
    takes: checkOf(operation.body),
    holds: checkOf(operation.answer),
  }
}

const checkOf = (schema: Schema | undefined) =>
  schema === undefined ? (body: unknown) => body === undefined : quickCheck(schema)
