import { DebituraApiError, DebituraTestkitError, type ErrorCode, type Refusal } from '../errors/index.ts'

/** An error as it crosses between processes. */
export interface WireError {
  readonly code: ErrorCode | undefined
  readonly what: string
  readonly why: string
  readonly todo: string
  readonly refusal: Refusal | undefined
  /** Only for errors that are not the kit's own: these are bugs, and their stack is worth having. */
  readonly stack: string | undefined
}

/** Takes an error apart for the wire. */
export function toWire(error: unknown): WireError {
  if (error instanceof DebituraTestkitError) {
    const { code, what, why, todo } = error
    return {
      code,
      what,
      why,
      todo,
      refusal: error instanceof DebituraApiError ? refusalOf(error) : undefined,
      stack: undefined,
    }
  }
  const { message, stack } = error instanceof Error ? error : new Error(textOf(error))
  return {
    code: undefined,
    what: 'The kit failed',
    why: message,
    todo: 'Please report it',
    refusal: undefined,
    stack,
  }
}

/** Puts an error from the wire together again. */
export function fromWire(wire: WireError): Error {
  const { code, what, why, todo, refusal, stack } = wire
  if (refusal) return new DebituraApiError(refusal, { what, why, todo })
  if (code) return new DebituraTestkitError({ code, what, why, todo })
  return new Error(`${what}: ${why}`, { cause: bugAt(why, stack) })
}

/** The bug itself, as the other side saw it: the stack of what wraps it here is the caller's to set. */
function bugAt(message: string, stack: string | undefined): Error {
  return Object.assign(new Error(message), { stack: stack ?? message })
}

/** A thrown value that is no error need not even be text. */
function textOf(thrown: unknown): string {
  try {
    return String(thrown)
  } catch {
    return 'something was thrown that is not an error'
  }
}

function refusalOf({ status, operation, type, messages, solutionUrl, body }: DebituraApiError): Refusal {
  return { status, operation, type, messages, solutionUrl, body }
}
