import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Round } from './draw.ts'
import type { RoundResult } from './round.ts'

/** Writes down all that is known of a round that went wrong. Returns the folder. */
export function keepFailure(base: string, round: Round, result: RoundResult): string {
  const folder = join(base, `run-${round.plans.map(({ index }) => index).join('-')}`)
  mkdirSync(folder, { recursive: true })
  const write = (name: string, value: unknown) =>
    writeFileSync(join(folder, name), typeof value === 'string' ? value : JSON.stringify(value, null, 2))
  write('round.json', round)
  write('verdict.json', {
    ...result.verdict,
    runs: result.runs.map(({ plan, came, exit, expected, left }) => ({
      index: plan.index,
      came,
      exit,
      expected,
      left,
    })),
  })
  for (const { plan, output } of result.runs) write(`output-${plan.index}.txt`, output)
  write('recovery.txt', result.recovery)
  write('state.json', result.state)
  return folder
}
