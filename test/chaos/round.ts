import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as passed } from 'node:timers/promises'
import { createSandbox } from '../../src/sandbox/index.ts'
import { watchSize } from './clean-time.ts'
import { contentsOf } from './contents.ts'
import type { Round } from './draw.ts'
import { seedForeign, seedLiveRun } from './foreign.ts'
import { judge, type Verdict } from './judge.ts'
import { recover } from './recover.ts'
import { watchRequests } from './requests.ts'
import { type Ended, runPlan } from './run.ts'
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
/** What a dead process sent may still be carried out: the longest delay that is drawn, and some. */
const IN_FLIGHT_MS = 500
const HOURS_AGO = 4 * 3_600_000

/** Carries out a round: its runs at once, then the recovery, in a world and with a temporary folder of its own. */
export async function carryOut(round: Round, signal: AbortSignal): Promise<RoundResult> {
  // Where hours have to pass until somebody looks, the runs are in the past: no clock of a machine is moved.
  let lag = round.vanishes ? HOURS_AGO : 0
  await using sandbox = await createSandbox({ now: () => new Date(Date.now() - lag) })
  const world = sandbox.world(WORLD)
  await seedForeign(sandbox, WORLD)
  if (!round.vanishes) await seedLiveRun(sandbox, WORLD)
  let foreign = contentsOf(world)
  for (const order of round.faults) world.faults.order(order)
  using requests = watchRequests(sandbox)
  const size = watchSize(world, requests)
  // Short: the path of a socket has to fit.
  const temporary = mkdtempSync(join(tmpdir(), 'chaos-'))
  const surroundings = {
    signal,
    variables: {
      ...sandbox.variables(WORLD),
      TMPDIR: temporary,
      // What the application makes bears the tag alone: without a journal, nothing names it.
      CHAOS_APPLICATION: round.vanishes ? 'off' : 'on',
    },
  }
  try {
    const running = round.plans.map((plan) => runPlan(plan, round, requests, surroundings))
    const early = round.early
      ? await Promise.race(running)
          .then(() => passed(IN_FLIGHT_MS))
          .then(() => recover(round.recovery, surroundings))
      : ''
    const runs = await Promise.all(running)
    await until(() => requests.quietMs > IN_FLIGHT_MS, 60_000)
    let ended = contentsOf(world)
    if (round.vanishes) {
      emptyFolder(temporary)
      lag = 0
      const before = new Set(ended.keys())
      await seedLiveRun(sandbox, WORLD)
      const seeded = [...contentsOf(world)].filter(([name]) => !before.has(name))
      foreign = new Map([...foreign, ...seeded])
      ended = new Map([...ended, ...seeded])
    }
    // Debitura is well again by the time that somebody looks after it.
    world.faults.clear()
    const recovery = early + (await recover(round.recovery, surroundings))
    const verdict = judge({ foreign, ended, recovered: contentsOf(world) })
    const [only, ...others] = runs
    const from = Math.max(only?.actedAt ?? 0, size.grewAt ?? 0)
    const cleanMs =
      others.length > 0 || size.cleanAt === undefined ? undefined : Math.max(0, size.cleanAt - from)
    const state = stateIn(temporary)
    const journals = Object.keys(state).filter((name) => name.endsWith('.jsonl')).length
    return { runs, verdict, cleanMs, requests: requests.count, recovery, journals, state }
  } finally {
    rmSync(temporary, { recursive: true, force: true, maxRetries: 5 })
  }
}

function emptyFolder(folder: string): void {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true, force: true })
}

function stateIn(temporary: string): Record<string, string> {
  const folders = readdirSync(temporary).filter((name) => name.startsWith('debitura-testkit-'))
  const files = folders.flatMap((folder) =>
    readdirSync(join(temporary, folder)).map((name) => join(folder, name)),
  )
  return Object.fromEntries(
    files.map((name) => [name, name.endsWith('.jsonl') ? readFileSync(join(temporary, name), 'utf8') : '']),
  )
}
