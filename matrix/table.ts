import type { Outcome } from './try-cell.ts'

const MARKS = { passed: 'yes', refused: 'refused', failed: 'FAILED' } as const

/** All outcomes as a table: a row for each way to run each version of a runner, a column for each Node. */
export function table(outcomes: readonly Outcome[]): string {
  const nodes = [...new Set(outcomes.map(({ cell }) => cell.node))].sort((one, other) => one - other)
  const rows = new Map<string, Map<number, string>>()
  for (const { cell, version, verdict } of outcomes) {
    const key = `${cell.runner} ${version} | ${cell.args.join(' ') || '(as it is)'}`
    const row = rows.get(key) ?? new Map<number, string>()
    rows.set(key, row.set(cell.node, MARKS[verdict]))
  }
  return [
    `| runner | how | ${nodes.map((node) => `Node ${node}`).join(' | ')} |`,
    `| --- | --- | ${nodes.map(() => '---').join(' | ')} |`,
    ...[...rows].map(([key, row]) => `| ${key} | ${nodes.map((node) => row.get(node) ?? '').join(' | ')} |`),
  ].join('\n')
}
