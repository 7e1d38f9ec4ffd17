import type { Operation } from '../../contract/operations/index.ts'
import { BusinessErrorResponse } from '../../contract/shapes/index.ts'
import { IDEMPOTENCY_KEY_HEADER, IDEMPOTENCY_KEY_MAX_LENGTH } from '../../contract/words/index.ts'
import type { Caller } from './authenticate.ts'
import { fingerprint } from './fingerprint.ts'
import { badRequest, brokenRule, Refusal, refusal } from './refusal.ts'
import type { Answer } from './send.ts'

/** How long a key that is bound to a body is kept. @see docs.debitura.com/developer-concepts/idempotency */
const BODY_KEY_MS = 24 * 3_600_000

/** What was asked for, besides by which operation. */
interface Sent {
  readonly path: Readonly<Record<string, string>>
  readonly body: unknown
}

/**
 * Carries work out once per idempotency key: the same key and request get the first answer again, word for word;
 * another request is a 422, unless the key is bound to its body. Successes and broken business rules are kept; a 400
 * is not, so that it can be put right.
 * @see docs.debitura.com/developer-concepts/idempotency
 */
export function withIdempotencyKey(
  headers: Headers,
  operation: Operation,
  { world, accountId }: Caller,
  sent: Sent,
  work: () => Answer,
): Answer {
  const key = headers.get(IDEMPOTENCY_KEY_HEADER)
  if (key === null || key === '') return work()
  if (key.length > IDEMPOTENCY_KEY_MAX_LENGTH) {
    const message = `${IDEMPOTENCY_KEY_HEADER} has more than ${IDEMPOTENCY_KEY_MAX_LENGTH} characters.`
    throw badRequest('InvalidIdempotencyKey', message)
  }
  const now = world.clock.milliseconds()
  const print = fingerprint(sent)
  const bound = operation.keyBinds === 'body'
  const name = `${accountId} ${operation.name} ${bound ? `${print} ` : ''}${key}`
  const stored = world.storedAnswers.find(name, print, now)
  if (stored === 'conflict') {
    throw conflict(operation)
  }
  if (stored !== undefined) return stored
  const answer = settled(work)
  const { status, text } = answer
  world.storedAnswers.add({
    key: name,
    fingerprint: print,
    expires: bound ? now + BODY_KEY_MS : null,
    status,
    text,
  })
  return answer
}

/** The 422 of an operation, in the shape in which it documents one. */
function conflict({ refusals }: Operation): Refusal {
  const type = 'IdempotencyConflict'
  const message = 'This idempotency key was used for another request.'
  return refusals[422] === BusinessErrorResponse ? brokenRule(type, message) : refusal(422, type, message)
}

/** A success, or a 422 as an answer rather than as a refusal. */
function settled(work: () => Answer): Answer {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof Refusal) || error.status !== 422) throw error
    return { status: error.status, text: JSON.stringify(error.body) }
  }
}
