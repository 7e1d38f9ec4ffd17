import * as v from 'valibot'

/** What a schema found in an order, in one line. */
export const issuesIn = (issues: readonly v.BaseIssue<unknown>[]): string => issues.map(sentenceOf).join(' ')

function sentenceOf(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue)
  if (path === null) return `${issue.message}.`
  // Of an object with fixed properties, one too many is expected never to be, and a missing one by its name.
  if (issue.expected === 'never') return `${path} is not known here.`
  if (issue.expected === `"${path}"`) return `${path} is missing.`
  return `${path}: ${issue.message}.`
}
