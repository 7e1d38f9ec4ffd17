import type { Operation } from '../contract/operations/operation.ts'
import type { Query } from '../contract/operations/query.ts'
import { parseTag } from '../contract/words/tag.ts'
import { DebituraTestkitError } from '../errors/index.ts'
import { failedCall } from './operation-label.ts'

/**
 * Path and query of a call, percent-encoded.
 * @throws DBT_INVALID_PAYLOAD for a path parameter that would reach another resource than it names, or a query
 * parameter that the operation does not have; DBT_INVALID_TAG where a tag must not reach Debitura
 */
export function requestTarget(
  operation: Operation,
  parameters: Readonly<Record<string, unknown>>,
  query: Query = {},
): string {
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    segment(operation, name, parameters[name]),
  )
  for (const name of Object.keys(query)) {
    if (!Object.hasOwn(operation.query, name))
      throw refused(operation, `it has no query parameter \`${name}\``, 'Leave it out')
  }
  checkTag(operation, query)
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    const values = Array.isArray(value) ? value : value === undefined ? [] : [value]
    for (const one of values) search.append(name, String(one))
  }
  return search.size === 0 ? path : `${path}?${search}`
}

function segment(operation: Operation, name: string, value: unknown): string {
  const problem =
    typeof value !== 'string'
      ? 'is missing'
      : value.trim() === ''
        ? 'is blank'
        : value === '.' || value === '..'
          ? 'is a dot segment, which servers resolve to another path'
          : /\p{Surrogate}/u.test(value)
            ? 'has half a surrogate pair'
            : undefined
  if (problem !== undefined || typeof value !== 'string') {
    throw refused(operation, `its path parameter \`${name}\` ${problem}`, `Give \`${name}\` a value`)
  }
  return encodeURIComponent(value)
}

// Without its tag, a delete by tag would name every test case there is.
function checkTag(operation: Operation, query: Query): void {
  if (!Object.hasOwn(operation.query, 'tag')) return
  const read = parseTag(query.tag)
  if ('tag' in read) return
  throw new DebituraTestkitError({
    code: 'DBT_INVALID_TAG',
    what: failedCall(operation),
    why: read.problem,
    todo: 'Give the tag that the test cases bear; nothing was sent',
  })
}

function refused(operation: Operation, why: string, todo: string): DebituraTestkitError {
  return new DebituraTestkitError({
    code: 'DBT_INVALID_PAYLOAD',
    what: failedCall(operation),
    why,
    todo,
  })
}
