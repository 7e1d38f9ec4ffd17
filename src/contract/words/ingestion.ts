/**
 * How far a batch of events has got, by the number that answers carry. Debitura publishes the numbers without names:
 * these names are the sandbox's reading of them.
 * @see Collection Partner API, `GET /ingestion-jobs/{jobId}`
 */
export const INGESTION_STATUSES = {
  Queued: 0,
  Running: 1,
  Completed: 2,
  CompletedWithErrors: 3,
  Failed: 4,
} as const

/** Name of the status of a batch. */
export type IngestionStatus = keyof typeof INGESTION_STATUSES
