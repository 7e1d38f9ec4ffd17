import { DebituraTestkitError } from '../errors/index.ts'
import { stepOutOfTime } from '../steward/cleanup/advice.ts'
import { STEP_TIMEOUT_MS } from '../steward/cleanup/cleaner.ts'
import { within } from '../steward/within.ts'
import { carryOut } from './deeds.ts'
import { type Looking, lookAgain } from './discover.ts'
import type { Done } from './lines.ts'
import { clientOf, type Place, placeKey, placeOf } from './place.ts'
import type { Deed, Track } from './plan.ts'
import { sideBySide } from './side-by-side.ts'

/** Tracks at a time. Few enough that a deed never waits for its turn below the rate limit until its time is up. */
const TRACKS_AT_ONCE = 8

const LIMIT = { ms: STEP_TIMEOUT_MS, reason: stepOutOfTime('Failed to sweep', STEP_TIMEOUT_MS) }

/** What was done, and the fewest calls that it takes to see that it is gone. */
export interface Executed {
  readonly done: ReadonlyMap<Deed, Done>
  readonly leastCalls: number
}

/** Carries out tracks side by side, and the deeds of each in order. A stop lets what is under way end, and begins nothing. */
export async function execute(
  tracks: readonly Track[],
  { tools, stop }: Looking,
  onProgress?: (done: number, total: number) => void,
): Promise<Map<Deed, Done>> {
  const total = tracks.reduce((sum, track) => sum + track.length, 0)
  const done = new Map<Deed, Done>()
  await sideBySide(tracks, { atOnce: TRACKS_AT_ONCE, stop }, async (track) => {
    for (const deed of track) {
      if (stop.aborted) return
      const failures = await within(LIMIT, (signal) => carryOut(deed, tools, signal))
      done.set(deed, { reached: true, failures })
      onProgress?.(done.size, total)
    }
  })
  return done
}

/** Lists again where something was deleted: what is still there was not. */
export async function verify(done: ReadonlyMap<Deed, Done>, looking: Looking): Promise<Executed> {
  const { rows, leastCalls } = await lookAgain(looking, placesToSee(done))
  const there = new Set(rows.map(({ kind, id }) => `${kind} ${id}`))
  const checked = [...done].map(([deed, became]): [Deed, Done] => {
    if (!became.reached) return [deed, became]
    const known = new Set(became.failures.map(({ id }) => id))
    const still = deed.rows.filter(({ kind, id }) => there.has(`${kind} ${id}`) && !known.has(id))
    return [
      deed,
      {
        reached: true,
        failures: [...became.failures, ...still.map(({ id }) => ({ id, error: stillListed() }))],
      },
    ]
  })
  return { done: new Map(checked), leastCalls }
}

/** Every list that something was deleted from, but those of clients that went themselves. */
function placesToSee(done: ReadonlyMap<Deed, Done>): readonly Place[] {
  const reset = new Set(
    [...done].flatMap(([deed, became]) =>
      deed.kind === 'client' && became.reached && became.failures.length === 0 ? [deed.rows[0].id] : [],
    ),
  )
  const isGone = (place: Place) => reset.has(clientOf(place) ?? '')
  const places = [...done.keys()].map(({ rows: [row] }) => placeOf(row)).filter((place) => !isGone(place))
  return [...new Map(places.map((place) => [placeKey(place), place])).values()]
}

function stillListed(): DebituraTestkitError {
  return new DebituraTestkitError({
    code: 'DBT_UNEXPECTED_ANSWER',
    what: 'Failed to sweep',
    why: 'Debitura still lists it after it was deleted',
    todo: 'Sweep again; if it stays, look at it in Debitura, and delete it by hand',
  })
}
