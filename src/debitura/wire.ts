import type { Operation } from '../contract/operations/operation.ts'
/** One request, ready to be written. */
export interface WireRequest {
  readonly origin: string
  readonly method: Operation['method']
  /** Path and query. */
  readonly target: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
}

/** One answer, read to its end. */
export interface WireAnswer {
  readonly status: number
  readonly text: string
  /** Where a redirect points. */
  readonly location: string | undefined
  /** The server's own time, as it wrote it. */
  readonly date?: string | undefined
}

/** Why there is no answer. */
export interface WireFailure {
  /** Whether any of the request may have been written. */
  readonly sent: boolean
  /** Node's or undici's code, for example `ECONNREFUSED`; `BODY_LIMIT` for an answer that is too long. */
  readonly code: string
  readonly message: string
}

/** Thrown for a try that brought no usable answer; never leaves this room. */
export class FailedTry extends Error {
  override readonly name = 'FailedTry'
  readonly outcome: WireFailure | WireAnswer
  /** Whether an earlier try of the same call may have been carried out. */
  readonly afterDoubt: boolean

  constructor(outcome: WireFailure | WireAnswer, afterDoubt = false) {
    super('status' in outcome ? `status ${outcome.status}` : outcome.code)
    this.outcome = outcome
    this.afterDoubt = afterDoubt
  }
}
