import type { ApiName, Environment } from '../contract/index.ts'
import { adviceOn } from '../steward/cleanup/advice.ts'
import type { RunId } from '../steward/identity.ts'
import { type Discovery, discover, type Looking } from './discover.ts'
import { type Executed, execute, verify } from './execute.ts'
import { type Done, linesOf } from './lines.ts'
import { decideNow } from './now.ts'
import { type Deed, planSweep, type SweepPlan } from './plan.ts'
import type { SweepReport } from './report.ts'
import type { SweepTools } from './tools.ts'
import type { Rules } from './verdict.ts'

/** What to sweep, and how. */
export interface SweepOptions {
  readonly environment: Environment
  /** APIs that there is a key for. */
  readonly apis: readonly ApiName[]
  /** Only what was made this many milliseconds ago, or earlier, is touched. */
  readonly olderThanMs: number
  /** Runs that go on, on this machine. */
  readonly alive: ReadonlySet<RunId>
  /** Whether to say only what would be done. */
  readonly dryRun: boolean
  /** Ends the sweep after what is under way. */
  readonly stop: AbortSignal
  readonly progress?: SweepProgress | undefined
}

/** Hears how far a sweep is. */
export interface SweepProgress {
  looking(pages: number): void
  deleting(done: number, total: number): void
}

/**
 * Sweeps what runs of the kit left on Debitura, by what Debitura lists alone: without any journal.
 * @throws DebituraApiError, DBT_UNREACHABLE where a list cannot be had at all; the stop's reason while nothing is deleted yet
 */
export async function sweepRemote(tools: SweepTools, options: SweepOptions): Promise<SweepReport> {
  const { apis, dryRun, progress, stop } = options
  const callsBefore = tools.connection.calls.total
  const machine = Date.now()
  const looking: Looking = { tools, stop, onProgress: (pages) => progress?.looking(pages) }
  const found = await discover(looking, apis)
  const { at, notice } = decideNow({ ...found, machine, sandbox: options.environment === 'sandbox' })
  const rules: Rules = { ...options, now: at, unread: new Set(found.unread.keys()) }
  const plan = planSweep(found.rows, rules)
  const carried = dryRun ? undefined : await carryThrough(plan, looking, progress)
  const { total, rateLimited } = tools.connection.calls
  return {
    environment: options.environment,
    dryRun,
    olderThanMs: options.olderThanMs,
    now: Number.isFinite(at) ? new Date(at).toISOString() : 'unknown',
    listed: found.listed,
    lines: linesOf(plan, rules, carried?.done),
    calls: {
      made: total - callsBefore,
      least: found.leastCalls + (carried?.leastCalls ?? 0),
      rateLimited,
    },
    notices: [notice, ...unreadNotices(found), carried?.notice].filter((text) => text !== undefined),
    verified: carried?.verified ?? true,
    complete: found.unread.size === 0,
    interrupted: stop.aborted,
  }
}

interface Carried extends Executed {
  readonly verified: boolean
  readonly notice?: string
}

async function carryThrough(
  { tracks }: SweepPlan,
  looking: Looking,
  progress: SweepProgress | undefined,
): Promise<Carried> {
  const done = await execute(tracks, looking, (count, total) => progress?.deleting(count, total))
  const leastCalls = [...done.keys()].reduce((sum, deed) => sum + leastCallsOf(deed), 0)
  if (done.size === 0) return { done, leastCalls, verified: true }
  try {
    const seen = await verify(done, looking)
    return { done: seen.done, leastCalls: leastCalls + seen.leastCalls, verified: true }
  } catch (error) {
    const notice = `What was deleted was not looked at again: ${adviceOn(error).reason}`
    return { done: done as ReadonlyMap<Deed, Done>, leastCalls, verified: false, notice }
  }
}

/** A client is asked about before it is deleted. */
function leastCallsOf({ kind, rows }: Deed): number {
  if (kind === 'by-id') return rows.length
  return kind === 'client' ? 2 : 1
}

function unreadNotices({ unread }: Discovery): readonly string[] {
  return [...unread].map(
    ([client, error]) => `What client ${client} has could not be listed: ${adviceOn(error).reason}`,
  )
}
