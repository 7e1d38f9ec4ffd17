import { type BaseIssue, getDotPath, safeParse } from 'valibot'
import type { AnswerOf, Operation } from '../contract/operations/operation.ts'
import { type Called, errorAbout } from './call-error.ts'
import { withFate } from './fate.ts'
import type { WireAnswer } from './wire.ts'

/**
 * Reads the body of a success by the operation's own shape. Unknown fields are dropped: Debitura may add some.
 * @throws DBT_UNEXPECTED_ANSWER; its fate has what was answered
 */
export function readAnswer<O extends Operation>(
  called: Called,
  operation: O,
  answer: WireAnswer,
): AnswerOf<O> {
  // Without a schema, AnswerOf is undefined.
  if (operation.answer === undefined) return undefined as AnswerOf<O>
  if (answer.text.trim() === '') throw unexpected(called, answer, 'no body where one is due', undefined)
  let json: unknown
  try {
    json = JSON.parse(answer.text)
  } catch {
    throw unexpected(called, answer, 'a body that is not JSON', undefined)
  }
  const read = safeParse(operation.answer, json)
  // What the schema outputs is what AnswerOf infers from it.
  if (read.success) return read.output as AnswerOf<O>
  throw unexpected(called, answer, read.issues.slice(0, 3).map(describe).join('; '), json)
}

function unexpected(called: Called, answer: WireAnswer, why: string, json: unknown): Error {
  const error = errorAbout(called, {
    code: 'DBT_UNEXPECTED_ANSWER',
    why: `Debitura answered ${answer.status} with ${why}`,
    todo: 'Debitura may have changed its contract, or something else answers at this URL; look for a newer debitura-testkit',
  })
  // What was made must not be lost because it could not be read: its id is in here.
  return withFate(error, called.operation, { carriedOut: 'yes', answer: json })
}

// The values themselves stay out: one of them may be a token.
function describe(issue: BaseIssue<unknown>): string {
  const place = getDotPath(issue)
  const problem =
    issue.kind === 'schema' ? `${typeOf(issue.input)} instead of ${issue.expected}` : issue.message
  return place === null ? problem : `${problem} in \`${place}\``
}

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'Array' : value === undefined ? 'nothing' : typeof value
}
