import { nanoid } from 'nanoid'
import { isRunId, type RunId } from '../identity.ts'
import { formatProcess, identifyProcess, type ProcessIdentity, parseProcess } from './process-identity.ts'

/** What the name of a journal says. */
export interface JournalName {
  readonly runId: RunId
  /** Whoever finishes the job of a run that was killed. `undefined` as long as the journal is the run's own. */
  readonly claimer: ProcessIdentity | undefined
}

const NAME = /^run-([0-9a-f-]{36})(?:\.claimed-([\w.]+)-[\w-]{8})?\.jsonl$/

/** The name of a run's own journal. */
export function journalName(runId: RunId): string {
  return `run-${runId}.jsonl`
}

/** A name for a journal that this process takes over; another each time, because a process may do so twice. */
export function claimedName(runId: RunId): string {
  return `run-${runId}.claimed-${formatProcess(identifyProcess())}-${nanoid(8)}.jsonl`
}

/** Reads a name; `undefined` where it is not a journal's. */
export function parseJournalName(name: string): JournalName | undefined {
  const [, runId = '', claimer] = NAME.exec(name) ?? []
  if (!isRunId(runId)) return undefined
  if (claimer === undefined) return { runId, claimer: undefined }
  const parsed = parseProcess(claimer)
  return parsed && { runId, claimer: parsed }
}
