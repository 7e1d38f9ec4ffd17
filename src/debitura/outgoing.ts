import { nanoid } from 'nanoid'
import type { Operation } from '../contract/operations/operation.ts'
import { IDEMPOTENCY_KEY_HEADER, IDEMPOTENCY_KEY_MAX_LENGTH } from '../contract/words/api.ts'
import { DebituraTestkitError } from '../errors/index.ts'
import type { CallRequest } from './call-request.ts'
import { credentialHeader } from './credential.ts'
import { failedCall } from './operation-label.ts'
import { requestTarget } from './request-target.ts'
import { VERSION } from './version.ts'
import type { WireRequest } from './wire.ts'

/**
 * Turns a call into the request that all its tries send.
 * @throws DBT_INVALID_PAYLOAD, DBT_INVALID_TAG
 */
export function outgoing<O extends Operation>(
  origin: string,
  operation: O,
  request: CallRequest<O>,
): WireRequest {
  const [name, secret] = credentialHeader(request.credential)
  const headers: Record<string, string> = {
    accept: 'application/json',
    'user-agent': `debitura-testkit/${VERSION}`,
    [name]: secret,
  }
  const idempotencyKey = request.idempotencyKey ?? (operation.safety === 'keyed' ? nanoid() : undefined)
  if (idempotencyKey !== undefined) {
    headers[IDEMPOTENCY_KEY_HEADER] = checkedKey(operation, idempotencyKey)
  }
  const body = request.body === undefined ? undefined : JSON.stringify(request.body)
  if (body !== undefined) headers['content-type'] = 'application/json'
  const target = requestTarget(operation, request.parameters, request.query)
  return { origin, method: operation.method, target, headers, body }
}

function checkedKey(operation: Operation, key: string): string {
  if (key.length <= IDEMPOTENCY_KEY_MAX_LENGTH && /^[\x21-\x7e]+$/.test(key)) return key
  throw new DebituraTestkitError({
    code: 'DBT_INVALID_PAYLOAD',
    what: failedCall(operation),
    why: 'its idempotency key is blank, too long, or has characters that no header can carry',
    todo: `Give 1 to ${IDEMPOTENCY_KEY_MAX_LENGTH} visible ASCII characters, or leave it out`,
  })
}
