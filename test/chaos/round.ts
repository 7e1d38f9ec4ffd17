import { setTimeout as passed } from 'node:timers/promises'
import { createSandbox, type Sandbox } from '../../src/sandbox/index.ts'
import { type CleanTime, watchSize } from './clean-time.ts'
import { type Contents, contentsOf } from './contents.ts'
import type { Round } from './draw.ts'
import { seedForeign, seedLiveRun } from './foreign.ts'
import { judge, type Verdict } from './judge.ts'
import { recover } from './recover.ts'
import { watchRequests } from './requests.ts'
import { type Ended, runPlan } from './run.ts'
import { makeState } from './state.ts'
import { until } from './until.ts'

/** What became of a round. */
export interface RoundResult {
  readonly runs: readonly Ended[]
  readonly verdict: Verdict
  /** Milliseconds from the end of the run until nothing of it was there; known where the run had a world of its own. */
  readonly cleanMs: number | undefined
  readonly requests: number
  /** What the recovery printed. */
  readonly recovery: string
  /** How many journals are left. */
  readonly journals: number
  /** Sockets and journals that are left, each with its text. */
  readonly state: Readonly<Record<string, string>>
}

const WORLD = 'chaos'
const HOURS_AGO = 4 * 3_600_000
/** What a dead process sent may still be carried out: the longest delay that is drawn, and some. */
const IN_FLIGHT_MS = 500
/** For how long a user does what the kit tells him, again and again, while it says that something may still arrive. */
const RECOVERED_WITHIN_MS = 60_000

/** Carries out a round: its runs at once, then the recovery, in a world and with a temporary folder of its own. */
export async function carryOut(round: Round, signal: AbortSignal): Promise<RoundResult> {
  // Where hours have to pass until somebody looks, the runs are in the past: no clock of a machine is moved.
  let lag = round.vanishes ? HOURS_AGO : 0
  await using sandbox = await createSandbox({ now: () => new Date(Date.now() - lag) })
  using state = makeState()
  const world = sandbox.world(WORLD)
  await seedForeign(sandbox, WORLD)
  if (!round.vanishes) await seedLiveRun(sandbox, WORLD)
  const foreign = contentsOf(world)
  for (const order of round.faults) world.faults.order(order)
  using requests = watchRequests(sandbox)
  const size = watchSize(world, requests)
  const surroundings = {
    signal,
    variables: {
      ...sandbox.variables(WORLD),
      TMPDIR: state.folder,
      // What the application makes bears the tag alone: without a journal, nothing names it.
      CHAOS_APPLICATION: round.vanishes ? 'off' : 'on',
    },
  }

  const running = round.plans.map((plan) => runPlan(plan, round, requests, surroundings))
  let recovery = ''
  const recoverOnce = async () => {
    recovery += await recover(round.recovery, surroundings)
  }
  if (round.early) {
    await Promise.race(running)
    await passed(IN_FLIGHT_MS)
    await recoverOnce()
  }
  const runs = await Promise.all(running)
  await until(() => requests.quietMs > IN_FLIGHT_MS, 60_000)
  const ended = contentsOf(world)
  // Debitura is well again by the time that somebody looks after it.
  world.faults.clear()
  lag = 0
  let seededLate: Contents = new Map()
  if (round.vanishes) {
    state.vanish()
    seededLate = await seedLate(sandbox)
  }

  await recoverOnce()
  const deadline = performance.now() + RECOVERED_WITHIN_MS
  while (state.journals > 0 && performance.now() < deadline) await recoverOnce()
  return {
    runs,
    verdict: judge({
      foreign: new Map([...foreign, ...seededLate]),
      ended: new Map([...ended, ...seededLate]),
      recovered: contentsOf(world),
    }),
    cleanMs: runs.length > 1 ? undefined : cleanMsOf(size, runs[0]?.actedAt),
    requests: requests.count,
    recovery,
    journals: state.journals,
    state: state.read(),
  }
}

/** Another run is under way by the time that somebody looks; returns what it has. */
async function seedLate(sandbox: Sandbox): Promise<Contents> {
  const world = sandbox.world(WORLD)
  const before = contentsOf(world)
  await seedLiveRun(sandbox, WORLD)
  return new Map([...contentsOf(world)].filter(([name]) => !before.has(name)))
}

function cleanMsOf({ cleanAt, grewAt }: CleanTime, actedAt: number | undefined): number | undefined {
  if (cleanAt === undefined) return undefined
  return Math.max(0, cleanAt - Math.max(actedAt ?? 0, grewAt ?? 0))
}
