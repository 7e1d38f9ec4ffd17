import type { BaseIssue } from 'valibot'
import type { ApiName } from '../../contract/words/index.ts'
import { invalidFields, type Refusal, unreadable } from './refusal.ts'

/** Text that stands for something else on the wire: where it cannot be read, the body cannot. */
const CONVERTED = /ISO 8601|UUID/

/**
 * Turns what a schema found into Debitura's 400: a value of the wrong type makes the body unreadable, anything else is
 * a message about its field.
 * @see docs.debitura.com/referral-partners, error reference
 */
export function bodyProblem(api: ApiName, issues: readonly BaseIssue<unknown>[]): Refusal {
  const wrongType = issues.find(isWrongType)
  if (wrongType !== undefined) {
    return unreadable(`$.${pathOf(wrongType)}: ${wrongType.message.replace(/^Invalid type: /, '')}`)
  }
  const fields: Record<string, string[]> = {}
  for (const issue of issues) {
    const field = fieldName(api, pathOf(issue))
    fields[field] = [...(fields[field] ?? []), messageOf(issue, field)]
  }
  return invalidFields(fields)
}

/**
 * A field's name in a message. The Referral Partner API writes names with a capital, the others as in the request.
 */
export function fieldName(api: ApiName, path: string): string {
  return api === 'referral-partner' ? path.replace(/(^|\.)([a-z])/g, (text) => text.toUpperCase()) : path
}

/** What is said of a missing field that the error reference has a message about, by its name in lower case. */
const MISSING: Readonly<Record<string, string>> = {
  debtor: 'Debtor information is required',
  users: 'At least one user is required',
}

const isMissing = (issue: BaseIssue<unknown>) => issue.input === undefined || issue.input === null

function isWrongType(issue: BaseIssue<unknown>): boolean {
  if (issue.kind === 'schema') return !isMissing(issue)
  return CONVERTED.test(issue.message)
}

function pathOf(issue: BaseIssue<unknown>): string {
  return (issue.path ?? [])
    .map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '')
}

function messageOf(issue: BaseIssue<unknown>, field: string): string {
  if (isMissing(issue))
    return MISSING[field.toLowerCase().replace(/^cases\[\d+\]\./, '')] ?? `${field} is required.`
  if (issue.type === 'max_length') return `${field} has more than ${issue.requirement} characters.`
  if (issue.type === 'min_length' && typeof issue.input === 'string') return `${field} is required.`
  if (issue.type === 'min_value') return `${field} must be at least ${issue.requirement}.`
  return issue.message
}
