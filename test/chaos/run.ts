import { join } from 'node:path'
import { PROJECTS, VITEST } from '../vitest/harness/paths.ts'
import { act } from './act.ts'
import type { Moment, Plan, Round } from './draw.ts'
import { expectedExit } from './expected-exit.ts'
import { launch } from './launch.ts'
import { openPlace } from './place.ts'
import type { Requests } from './requests.ts'
import { until } from './until.ts'

export const PROJECT: string = join(PROJECTS, 'chaos')

/** No run takes longer, on however busy a machine. */
const WITHIN_MS = 120_000
/** A steward that cannot clean up gives up well before. */
const ALONE_WITHIN_MS = 60_000
/** A suite that waits is let on, and a person types, when nothing has happened for so long. */
const QUIET_MS = 1_500

/** What runs of a round share. */
export interface Surroundings {
  readonly variables: Readonly<Record<string, string>>
  readonly signal: AbortSignal
}

/** What became of one run. */
export interface Ended {
  readonly plan: Plan
  /** Whether the end that was drawn came about: a run may be over before its moment. */
  readonly came: boolean
  /** When somebody acted, in milliseconds of this process; `undefined` where the run ended by itself. */
  readonly actedAt: number | undefined
  readonly exit: string
  /** What it has to be, where that is certain. */
  readonly expected: string | undefined
  readonly output: string
  /** Command lines of what was still there when nothing more could be waited for. */
  readonly left: readonly string[]
}

/** Runs Vitest on the project, ends it as planned, and waits until nothing of it is there. */
export async function runPlan(
  plan: Plan,
  { faults }: Pick<Round, 'faults'>,
  requests: Requests,
  { variables, signal }: Surroundings,
): Promise<Ended> {
  const { end, failing, terminal } = plan
  await using place = await openPlace()
  const run = launch({
    directory: PROJECT,
    line: [VITEST, ...(end.args ?? ['run'])],
    terminal,
    signal,
    withinMs: WITHIN_MS,
    variables: { ...variables, CHAOS_END: end.name, CHAOS_FAILING: failing.join(), CHAOS_URL: place.url },
  })
  let actedAt: number | undefined
  const acted = () => {
    actedAt = performance.now()
    return true
  }
  const { by } = end
  const start = requests.count
  const moment: Moment = { ...plan.moment, request: start + plan.moment.request }
  if (by === 'suite at the moment') {
    const come = () => {
      if (place.asked === 0) return false
      place.come()
      return acted()
    }
    requests.at(moment, come)
    requests.whenQuiet(QUIET_MS, () => actedAt !== undefined || come())
  } else if (by !== 'suite') {
    const deed = by
    const second = () => act(deed, run, true)
    const first = () => {
      if (actedAt !== undefined) return true
      if (!act(deed, run, false)) return false
      if (end.twice) again(requests, plan.second, second)
      return acted()
    }
    requests.at(moment, first)
    // A watcher would wait for ever.
    if (deed.kind === 'type') requests.whenQuiet(QUIET_MS, first)
  }
  const exit = await run.ended
  const isAlone = await until(() => run.processes().length === 0, ALONE_WITHIN_MS)
  const left = isAlone ? [] : run.processes().map(({ commandLine }) => commandLine.replaceAll('\0', ' '))
  run.kill()
  const came = by === 'suite' || actedAt !== undefined
  const expected = expectedExit(plan, faults, came)
  return { plan, came, actedAt, exit, expected, output: run.output, left }
}

/** Acts a second time after some more requests, or when none come any more. */
function again(requests: Requests, { request, edge }: Moment, second: () => boolean): void {
  let done = false
  const once = () => {
    done ||= second()
    return done
  }
  requests.at({ request: requests.count + request, edge }, once)
  requests.whenQuiet(QUIET_MS, once)
}
