import type { Ended } from './run.ts'

const TAG = /suite-run-([0-9a-f-]{36})/

/** Whether a row bears the name of a run, in any of the forms in which the kit writes it. */
export function isOfRun(row: string, { output }: Pick<Ended, 'output'>): boolean {
  const uuid = TAG.exec(output)?.[1]
  if (uuid === undefined) return false
  const hex = uuid.replaceAll('-', '')
  return [uuid, hex, Buffer.from(hex, 'hex').toString('base64url')].some((name) => row.includes(name))
}

/** The rows that are a run's; those that name none of the round's runs may be anybody's. */
export function rowsOfRun(
  rows: readonly string[],
  run: Pick<Ended, 'output'>,
  all: readonly Pick<Ended, 'output'>[],
): readonly string[] {
  return rows.filter((row) => isOfRun(row, run) || !all.some((other) => isOfRun(row, other)))
}
