import type { FaultOrder } from '../../src/sandbox/index.ts'
import { Dice } from './dice.ts'
import { ENDS, type End } from './ends.ts'

/** All that is decided about a run before it starts. It follows from the session's seed and the run's number. */
export interface Plan {
  readonly index: number
  readonly end: End
  readonly terminal: boolean
  readonly moment: Moment
  /** How many requests later the harness acts again, where it does. */
  readonly second: Moment
  /** Tests that fail. */
  readonly failing: readonly string[]
}

/** The n-th request to the sandbox: as it arrives, nothing of it being done, or as its answer is on its way. */
export interface Moment {
  readonly request: number
  readonly edge: 'arrives' | 'answered'
}

/** Runs that share one world of the sandbox, and one folder for sockets and journals. Most rounds are one run. */
export interface Round {
  readonly plans: readonly Plan[]
  readonly faults: readonly FaultOrder[]
  /** How a user would clean up behind it. */
  readonly recovery: Recovery
  /** Whether he does so as soon as the first run of several is over, too, while the others are under way. */
  readonly early: boolean
  /** Whether the machine is gone: no journal is left, and hours pass until somebody notices. */
  readonly vanishes: boolean
}

export type Recovery = 'next run' | 'sweep' | 'sweep --remote'

/** What a run that nothing happens to sends until its last test is over, and until all is clean. */
const REQUESTS = { tests: 45, any: 64 }
const FIRST_OF_TESTS = 4

const TESTS = ['paid', 'reference', 'application', 'client', 'again', 'managed', 'subscription'] as const

/** Of ten runs the last three share a world. */
const BLOCK = 10
const ALONE = 7

/** Numbers of the first runs of a session's rounds. */
export function roundsOf(runs: number): readonly number[] {
  return Array.from({ length: runs }, (_, index) => index).filter((index) => index % BLOCK <= ALONE)
}

/** The round that starts with a run, or that the run is in. */
export function drawRound(seed: number, index: number, ends: readonly End[] = ENDS): Round {
  const place = index % BLOCK
  const first = index - Math.max(0, place - ALONE)
  const size = place >= ALONE ? BLOCK - ALONE : 1
  const dice = new Dice(seed, first, 1)
  const plans = Array.from({ length: size }, (_, nth) => drawPlan(seed, first + nth, ends))
  const recovery = dice.pick<Recovery>(['next run', 'sweep'])
  const vanishes = plans.some(({ end }) => end.vanishes)
  return {
    plans,
    faults: drawFaults(dice),
    recovery: vanishes ? 'sweep --remote' : recovery,
    early: size > 1 && !vanishes && dice.chance(0.7),
    vanishes,
  }
}

/** Every kind of end comes once before any comes again. */
function drawPlan(seed: number, index: number, ends: readonly End[]): Plan {
  const block = Math.floor(index / ends.length)
  const end = new Dice(seed, block, 2).shuffle(ends)[index % ends.length] ?? ENDS[0]
  if (end === undefined) throw new Error('There is no kind of end')
  const dice = new Dice(seed, index, 3)
  const fails = end.name === 'failing tests' ? 0.6 : 0.1
  return {
    index,
    end,
    terminal: end.terminal === 'always' || (end.terminal === 'sometimes' && dice.chance(0.5)),
    moment: {
      request: dice.whole(end.moment === 'tests' ? FIRST_OF_TESTS : 1, REQUESTS[end.moment]),
      edge: dice.pick(['arrives', 'answered']),
    },
    second: {
      request: dice.whole(1, end.terminal === 'always' ? 40 : 8),
      edge: dice.pick(['arrives', 'answered']),
    },
    failing: TESTS.filter(() => dice.chance(fails)),
  }
}

function drawFaults(dice: Dice): readonly FaultOrder[] {
  if (dice.chance(0.3)) return []
  const seed = dice.whole(1, 2 ** 31)
  const share = dice.pick([0.03, 0.1])
  const orders: readonly [FaultOrder, ...FaultOrder[]] = [
    { kind: 'lose', share, seed },
    { kind: 'drop', share, seed },
    { kind: 'truncate', share, seed },
    { kind: 'status', status: dice.pick([500, 502, 503]), share, seed },
    { kind: 'rate-limit', retryAfter: 0.3, times: 3, share, seed },
    { kind: 'delay', delay: 20, jitter: 180, share: 0.5, seed },
  ]
  return dice.shuffle(orders).slice(0, dice.whole(1, 3))
}
