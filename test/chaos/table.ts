import { ENDS } from './ends.ts'
import { rowsOfRun } from './owner.ts'
import type { RoundResult } from './round.ts'
import type { Ended } from './run.ts'

const HEAD = [
  'kind of end',
  'runs',
  'leaked',
  'foreign touched',
  'processes left',
  'journals left',
  'wrong exit code',
  'gone only after the recovery',
  'median time to clean',
]
const TOO_LATE = 'over before its moment'

/** One run, and the round that it was in. */
interface Entry {
  readonly run: Ended
  readonly result: RoundResult
}

/** What became of all rounds, by kind of end, as a table in Markdown. */
export function table(results: readonly RoundResult[]): string {
  const entries = results.flatMap((result) => result.runs.map((run): Entry => ({ run, result })))
  const kindOf = ({ run }: Entry) => (run.came ? run.plan.end.name : TOO_LATE)
  const rows = [...ENDS.map(({ name }) => name), TOO_LATE]
    .map((name) => [name, entries.filter((entry) => kindOf(entry) === name)] as const)
    .filter(([, own]) => own.length > 0)
    .map(([name, own]) => cellsOf(name, own))
  return [HEAD, HEAD.map((_, column) => (column === 0 ? '---' : '--:')), ...rows, cellsOf('all', entries)]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
}

function cellsOf(name: string, entries: readonly Entry[]): readonly string[] {
  const count = (of: (entry: Entry) => number) =>
    String(entries.map(of).reduce((total, number) => total + number, 0))
  const rowsOf = ({ run, result }: Entry, rows: readonly { readonly text: string }[]) =>
    rowsOfRun(
      rows.map(({ text }) => text),
      run,
      result.runs,
    ).length
  // What several runs share is counted for the first of them.
  const once = ({ run, result }: Entry, number: number) => (result.runs[0] === run ? number : 0)
  const times = entries.flatMap(({ result }) => result.cleanMs ?? [])
  return [
    name,
    String(entries.length),
    count((entry) => rowsOf(entry, entry.result.verdict.leaked)),
    count((entry) => once(entry, entry.result.verdict.touched.length)),
    count(({ run }) => run.left.length),
    count((entry) => once(entry, entry.result.journals)),
    count(({ run }) => (run.expected !== undefined && run.expected !== run.exit ? 1 : 0)),
    count((entry) => rowsOf(entry, entry.result.verdict.recovered)),
    times.length === 0 ? '' : `${(median(times) / 1000).toFixed(2)} s`,
  ]
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
