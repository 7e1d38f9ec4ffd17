import { parseArgs } from 'node:util'
import { ENDS, type End } from './ends.ts'

/** What the command line says. */
export interface ChaosOptions {
  readonly runs: number
  readonly seed: number
  readonly atOnce: number
  readonly withinMs: number
  readonly onlyRun: number | undefined
  readonly ends: readonly End[] | undefined
}

/** Reads the command line. */
export function readOptions(given: readonly string[]): ChaosOptions {
  const { values } = parseArgs({
    args: [...given],
    options: {
      runs: { type: 'string', default: '50' },
      seed: { type: 'string', default: '1' },
      'at-once': { type: 'string', default: '2' },
      minutes: { type: 'string', default: '60' },
      'only-run': { type: 'string' },
      'only-kind': { type: 'string' },
    },
  })
  const whole = (name: keyof typeof values, least: number): number => {
    const number = Number(values[name])
    if (Number.isSafeInteger(number) && number >= least) return number
    throw new TypeError(`Expected \`--${name}\` to be a whole number >= ${least}, got ${values[name]}`)
  }
  const kind = values['only-kind']
  const ends = kind === undefined ? undefined : ENDS.filter(({ name }) => name === kind)
  if (ends?.length === 0)
    throw new TypeError(
      `Expected \`--only-kind\` to be one of ${ENDS.map(({ name }) => `'${name}'`).join(', ')}, got '${kind}'`,
    )
  return {
    runs: whole('runs', 1),
    seed: whole('seed', 0),
    atOnce: whole('at-once', 1),
    withinMs: whole('minutes', 1) * 60_000,
    onlyRun: values['only-run'] === undefined ? undefined : whole('only-run', 0),
    ends,
  }
}
