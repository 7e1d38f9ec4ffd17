import type { Operation } from '../contract/operations/operation.ts'
import { API_TITLES } from '../contract/words/api.ts'

/** An operation as messages name it: `POST /cases`. */
export function operationLabel(operation: Pick<Operation, 'method' | 'path'>): string {
  return `${operation.method} ${operation.path}`
}

/** What happened, for every error about a call. */
export function failedCall(operation: Operation): string {
  return `Failed to call ${operationLabel(operation)} of the ${API_TITLES[operation.api]}`
}
