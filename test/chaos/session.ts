import { drawRound, type Round, roundsOf } from './draw.ts'
import type { End } from './ends.ts'
import { carryOut, type RoundResult } from './round.ts'
import type { Ended } from './run.ts'

/** Which runs to carry out. */
export interface SessionOptions {
  readonly seed: number
  readonly runs: number
  /** How many rounds are under way at a time. */
  readonly atOnce: number
  /** No round starts after so many milliseconds. */
  readonly withinMs: number
  /** Ends all processes at once, and starts no more. */
  readonly signal: AbortSignal
  readonly ends?: readonly End[] | undefined
  /** The number of the one run to carry out, with those that share its world. */
  readonly onlyRun?: number | undefined
  /** Hears of each round that is over. */
  readonly onRound?: ((round: Round, result: RoundResult) => void) | undefined
}

/** Whether nothing is wrong with a round. */
export function isClean({ runs, verdict, journals }: RoundResult): boolean {
  const { leaked, touched } = verdict
  return leaked.length + touched.length + journals === 0 && runs.every(isFine)
}

const isFine = ({ left, exit, expected }: Ended) =>
  left.length === 0 && (expected === undefined || expected === exit)

/** Carries out round after round, some at a time. */
export async function runSession(options: SessionOptions): Promise<readonly RoundResult[]> {
  const { seed, runs, atOnce, withinMs, signal, ends, onlyRun, onRound } = options
  const startedAt = performance.now()
  const waiting = onlyRun === undefined ? [...roundsOf(runs)] : [onlyRun]
  const results: RoundResult[] = []
  const follow = async () => {
    while (!signal.aborted && performance.now() - startedAt < withinMs) {
      const first = waiting.shift()
      if (first === undefined) return
      const round = drawRound(seed, first, ends)
      const result = await carryOut(round, signal)
      if (signal.aborted) return
      results.push(result)
      onRound?.(round, result)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, follow))
  return results
}
