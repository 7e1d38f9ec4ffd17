import { safeParse } from 'valibot'
import type { Operation } from '../../../src/contract/operations/index.ts'
import {
  ApiError,
  BusinessErrorResponse,
  FieldErrors,
  ProblemDetails,
} from '../../../src/contract/shapes/index.ts'
import type { FuzzedRequest } from './request.ts'

const ERROR_SHAPES = [ApiError, BusinessErrorResponse, FieldErrors, ProblemDetails]

/** Statuses that any request may be answered with, whatever its operation declares. */
const EVERYWHERE = [400, 401, 404, 405, 413, 415]

/** Statuses that are no success. A key for idempotency may conflict with an earlier one: 422. */
const statusesOf = ({ refusals, safety }: Operation): readonly number[] => [
  ...EVERYWHERE,
  ...Object.keys(refusals).map(Number),
  ...(safety === 'keyed' ? [422] : []),
]

/** What is wrong with an answer; `undefined` where it is one that the documentation allows. */
export function undocumented(
  { operation, method }: FuzzedRequest,
  { status, text }: { readonly status: number; readonly text: string },
): string | undefined {
  if (status >= 500) return `status ${status}`
  // In strict mode a success is checked against the contract by the sandbox itself, and is a 500 if it breaks it.
  if (status < 300) return undefined
  // With another method a request may meet another operation of the path.
  const isOwn = method === operation.method
  if (isOwn && !statusesOf(operation).includes(status)) return `status ${status}, which is not declared`
  // No answer to HEAD has a body.
  if (method === 'HEAD') return undefined
  if (text === '') return `status ${status} without a body`
  const body: unknown = JSON.parse(text)
  const fits = ERROR_SHAPES.some((shape) => safeParse(shape, body).success)
  return fits ? undefined : `status ${status} with a body of no documented shape: ${text.slice(0, 200)}`
}
