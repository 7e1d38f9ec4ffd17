import type { SweepLine, SweepReport } from '../sweep/index.ts'
import { ageText } from '../sweep/older-than.ts'
import type { Colors } from './summary.ts'

const HEADINGS = ['what', 'of', 'run', 'age', 'why', 'what is done'] as const

const KINDS = {
  case: ['case', 'cases'],
  client: ['client', 'clients'],
  webhook: ['subscription', 'subscriptions'],
} as const

/** What a sweep found, would do or did, as a table and a line that sums it up. */
export function sweepTable(report: SweepReport, colors: Colors): string {
  const rows = report.lines.map(cellsOf)
  const widths = HEADINGS.map((heading, column) =>
    Math.max(heading.length, ...rows.map((cells) => cells[column]?.length ?? 0)),
  )
  const text = (cells: readonly string[]) =>
    cells
      .map((cell, column) => (column === cells.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)))
      .join('  ')
  const lines = [
    ...(rows.length > 0
      ? [
          colors.dim(text(HEADINGS)),
          ...report.lines.flatMap((line, index) => tableLines(line, text(rows[index] ?? []), colors)),
          '',
        ]
      : []),
    ...report.notices.map((notice) => colors.yellow(notice)),
    `${colors.bold('debitura')}  ${report.environment}  ${sum(report, colors)}`,
    `  ${count(report.listed)} things listed; ${count(report.calls.made)} calls, ${count(report.calls.least)} the least possible`,
  ]
  return `${lines.join('\n')}\n`
}

function cellsOf({ kind, of, ids, runId, ages, why, deed, outcome }: SweepLine): readonly string[] {
  return [
    `${count(ids.length)} ${KINDS[kind][ids.length === 1 ? 0 : 1]}`,
    of,
    runId,
    ageCell(ages),
    why,
    doneCell(deed, outcome),
  ]
}

function tableLines(
  { outcome, problem, needsYou, ids }: SweepLine,
  text: string,
  colors: Colors,
): readonly string[] {
  const shown = ids.slice(0, 5).join(', ') + (ids.length > 5 ? `, and ${count(ids.length - 5)} more` : '')
  const isBad = outcome === 'left' || needsYou
  return [
    isBad ? colors.red(text) : text,
    ...(isBad ? [`  ${colors.dim('these')}    ${shown}`] : []),
    ...(problem
      ? [`  ${colors.dim('because')}  ${problem.reason}`, `  ${colors.dim('to do')}    ${problem.todo}`]
      : []),
  ]
}

function ageCell(ages: SweepLine['ages']): string {
  if (ages === undefined) return 'unknown'
  const [oldest, youngest] = ages.map(ageText)
  return oldest === youngest ? `${oldest}` : `${youngest} to ${oldest}`
}

function doneCell(deed: SweepLine['deed'], outcome: SweepLine['outcome']): string {
  if (outcome === 'found' || outcome === 'spared') return deed
  if (outcome === 'deleted') return deed === 'reset' ? 'reset' : deed.replace('delete', 'deleted')
  return outcome === 'left' ? `${deed}: left over` : `${deed}: not reached`
}

function sum({ dryRun, interrupted, lines }: SweepReport, { green, red, yellow }: Colors): string {
  const things = (...outcomes: SweepLine['outcome'][]) =>
    lines
      .filter(({ outcome }) => outcomes.includes(outcome))
      .reduce((total, { ids }) => total + ids.length, 0)
  const found = things('found')
  if (dryRun)
    return found === 0
      ? green('nothing to sweep')
      : yellow(`${count(found)} to delete. This was a dry run: add --yes`)
  const deleted = `${count(things('deleted'))} deleted`
  const left = things('left', 'not-reached')
  const more = left > 0 ? `, ${count(left)} left` : ''
  if (interrupted) return red(`stopped: ${deleted}${more}. Sweep again for the rest`)
  return left > 0 ? red(`${deleted}${more}`) : green(`${deleted}, nothing left`)
}

function count(value: number): string {
  return value.toLocaleString('en-US')
}
