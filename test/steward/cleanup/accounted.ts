import { expect } from 'vitest'
import type { Report } from '../../../src/protocol/index.ts'

/** Checks that a report adds up, and gives it back. */
export function accounted(report: Report): Report {
  for (const { made, deleted, alreadyGone, kept, leftOver } of Object.values(report.tallies)) {
    expect(made).toBe(deleted + alreadyGone + kept + leftOver)
  }
  const leftOver = Object.values(report.tallies).reduce((sum, tally) => sum + tally.leftOver, 0)
  expect(report.leftovers.length > 0).toBe(leftOver > 0)
  return report
}
