import { parseArgs } from 'node:util'

/** What the command line says. */
export interface BenchOptions {
  /** Name of the one measurement to take; all of them where it is left out. */
  readonly only: string | undefined
  /** How many rounds each measurement takes, instead of its usual number. */
  readonly rounds: number | undefined
  /** File to write every sample to. */
  readonly json: string | undefined
}

/** Reads the command line. */
export function readOptions(given: readonly string[], names: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...given],
    options: { only: { type: 'string' }, rounds: { type: 'string' }, json: { type: 'string' } },
  })
  const { only, json } = values
  if (only !== undefined && !names.includes(only)) {
    throw new TypeError(`Expected \`--only\` to be one of ${names.join(', ')}, got ${only}`)
  }
  const rounds = values.rounds === undefined ? undefined : Number(values.rounds)
  if (rounds !== undefined && !(Number.isInteger(rounds) && rounds >= 1)) {
    throw new TypeError(`Expected \`--rounds\` to be a whole number >= 1, got ${values.rounds}`)
  }
  return { only, rounds, json }
}
