import { randomUUID } from 'node:crypto'
import type { IngestionRow } from '../../../contract/shapes/index.ts'
import { NOTE_MAX_LENGTH } from '../../../contract/words/index.ts'
import { badRequest, notFound, Refusal } from '../../http/refusal.ts'
import type { IngestionJob } from '../../store/ingestion-job-table.ts'
import type { World } from '../../store/world.ts'
import { collectedCase } from '../cases/collected-case.ts'
import { isBlank } from '../field-messages.ts'
import { addNote } from './add-note.ts'

/** How long a batch waits. Debitura works on it in the background, so whoever sends one has to ask for it again. */
const WAIT_MS = 100

/** Takes a batch, to be worked on a moment later by the world's clock. @see Collection Partner API, `POST /ingestion-jobs` */
export function queueIngestion(
  world: World,
  accountId: string,
  rows: readonly IngestionRow[] | null | undefined,
): IngestionJob {
  if (rows == null || rows.length === 0) throw badRequest('MissingRows', 'rows needs at least one row.')
  const job: IngestionJob = {
    id: randomUUID(),
    accountId,
    rowsTotal: rows.length,
    waiting: rows,
    status: 'Queued',
    rowsSucceeded: 0,
    rowsFailed: 0,
  }
  world.ingestionJobs.add(job)
  world.agenda.add({ at: world.clock.milliseconds() + WAIT_MS, kind: 'ingestion', id: job.id })
  return job
}

/** An account's own batch; otherwise 404. */
export function ownIngestionJob(world: World, accountId: string, jobId: string): IngestionJob {
  const job = world.ingestionJobs.byId(jobId)
  if (job?.accountId !== accountId) throw notFound('ingestion job with this id')
  return job
}

/** Works on a batch: each row by itself, so that one that fails keeps no other from its end. */
export function ingest(world: World, jobId: string): void {
  const job = world.ingestionJobs.byId(jobId)
  if (job === undefined) return
  for (const row of job.waiting) {
    if (succeeds(world, job.accountId, row)) job.rowsSucceeded += 1
    else job.rowsFailed += 1
  }
  job.waiting = []
  if (job.rowsFailed === 0) job.status = 'Completed'
  else job.status = job.rowsSucceeded === 0 ? 'Failed' : 'CompletedWithErrors'
}

function succeeds(
  world: World,
  accountId: string,
  { caseId, description, eventDate }: IngestionRow,
): boolean {
  if (caseId === undefined || isBlank(description) || description.length > NOTE_MAX_LENGTH) return false
  try {
    addNote(world, collectedCase(world, accountId, caseId), { description, eventDate })
    return true
  } catch (error) {
    // What would refuse a note of its own lets the row fail.
    if (error instanceof Refusal) return false
    throw error
  }
}
