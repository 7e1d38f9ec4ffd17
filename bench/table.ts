import { type Budget, type Finding, judge } from './finding.ts'
import type { Spread } from './measure.ts'

const HEAD = ['what', 'measured', 'compared to', 'ratio or difference', 'budget', 'within?']

/** The findings as one aligned table. */
export function table(findings: readonly Finding[]): string {
  const rows = [HEAD, ...findings.map(row)]
  const widths = HEAD.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)))
  const lines = rows.map((cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  const rule = widths.map((width) => '-'.repeat(width)).join('  ')
  return [lines[0], rule, ...lines.slice(1)].join('\n')
}

function row(finding: Finding): string[] {
  const { unit, comparedTo, by, budget } = finding
  const { measured, compared, relation, within } = judge(finding)
  return [
    finding.what,
    text(measured, unit),
    `${comparedTo}: ${text(compared, unit)}`,
    by === 'ratio' ? text(relation, 'x') : `${relation.median < 0 ? '' : '+'}${text(relation, unit)}`,
    budget === undefined ? '' : limit(budget, unit),
    within === undefined ? '' : within ? 'yes' : 'NO',
  ]
}

function text({ median, firstQuartile, thirdQuartile }: Spread, unit: string): string {
  const exact = firstQuartile === thirdQuartile && median === firstQuartile
  const spread = exact ? '' : ` (${digits(firstQuartile)}..${digits(thirdQuartile)})`
  return `${digits(median)} ${unit}${spread}`
}

function limit(budget: Budget, unit: string): string {
  const [sign, value] =
    'atMost' in budget
      ? ['<=', budget.atMost]
      : 'atLeast' in budget
        ? ['>=', budget.atLeast]
        : ['=', budget.exactly]
  return `${sign} ${budget.of === 'difference' ? '+' : ''}${value} ${budget.of === 'ratio' ? 'x' : unit}`
}

/** Three digits that count. */
function digits(value: number): string {
  const size = Math.abs(value)
  return Number.isInteger(value) ? String(value) : value.toFixed(size < 10 ? 2 : size < 100 ? 1 : 0)
}
