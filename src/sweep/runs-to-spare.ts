import type { RunId } from '../steward/identity.ts'
import type { Recovery, Untouched } from '../steward/recovery/recovery.ts'

/** Journals that say that their run goes on, or may go on. */
const MAY_GO_ON: ReadonlySet<Untouched> = new Set<Untouched>([
  'alive',
  'another-machine',
  'being-recovered',
  'unreadable',
])

/** The runs that a sweep must not touch, because they go on on this machine, or cannot be told not to. */
export function runsToSpare(journals: readonly Recovery[]): ReadonlySet<RunId> {
  return new Set(
    journals.flatMap((journal) =>
      journal.outcome === 'untouched' && MAY_GO_ON.has(journal.why) ? [journal.runId] : [],
    ),
  )
}
