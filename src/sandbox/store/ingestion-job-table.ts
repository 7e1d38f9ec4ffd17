import type { IngestionRow } from '../../contract/shapes/index.ts'
import type { IngestionStatus } from '../../contract/words/index.ts'

/** A batch of events that a collection partner sent. */
export interface IngestionJob {
  readonly id: string
  readonly accountId: string
  readonly rowsTotal: number
  /** What is still to be done. */
  waiting: readonly IngestionRow[]
  status: IngestionStatus
  rowsSucceeded: number
  rowsFailed: number
}

/** How many batches a world keeps, so that it does not grow for ever. */
export const INGESTION_JOBS = 1_000

/** Batches by id; the oldest make room. */
export class IngestionJobTable {
  readonly #jobs = new Map<string, IngestionJob>()

  add(job: IngestionJob): void {
    if (this.#jobs.size >= INGESTION_JOBS) {
      const [oldest] = this.#jobs.keys()
      if (oldest !== undefined) this.#jobs.delete(oldest)
    }
    this.#jobs.set(job.id, job)
  }

  byId(id: string): IngestionJob | undefined {
    return this.#jobs.get(id.toLowerCase())
  }

  all(): IterableIterator<IngestionJob> {
    return this.#jobs.values()
  }
}
