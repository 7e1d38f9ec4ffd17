import { STATUS_CODES } from 'node:http'
import type { Operation } from '../../contract/operations/index.ts'
import {
  ApiError,
  BusinessErrorResponse,
  ClientConflict,
  FieldErrors,
  ProblemDetails,
} from '../../contract/shapes/index.ts'
import {
  brokenRule,
  internalError,
  invalidFields,
  problem,
  Refusal,
  rateLimited,
  refusal,
} from '../http/refusal.ts'
import { filled } from './fill.ts'

/** What the answer says, where the order does. */
interface Words {
  readonly type?: string | undefined
  readonly message?: string | undefined
}

const ORDERED = 'This answer was ordered as a fault of the sandbox.'

/**
 * A refusal with a status, in the body that Debitura documents for it: the operation's own shape, or the usual one.
 * @see docs.debitura.com/developer-concepts/error-handling
 */
export function documentedRefusal({ refusals }: Operation, status: number, words: Words): Refusal {
  const type = words.type ?? STATUS_CODES[status]?.replaceAll(/\W/g, '') ?? 'Error'
  const { message = ORDERED } = words
  if (status === 429) return rateLimited(1)
  const shape = refusals[status]
  switch (shape) {
    case BusinessErrorResponse:
      return brokenRule(type, message)
    case ClientConflict:
      return new Refusal(status, { type, message, data: null })
    case FieldErrors:
      return invalidFields({ [type]: [message] })
    case ProblemDetails:
      return problem(status, type, message)
    case ApiError:
    case undefined:
      // A failure carries `businessErrors` alone.
      return status >= 500 ? internalError(status, type, message) : refusal(status, type, message)
    default:
      return new Refusal(status, filled(shape, { type, error: type, message }))
  }
}
