import { ApiError } from '../../shapes/error.ts'
import {
  CreateIngestionJobRequest,
  CreateIngestionJobResult,
  IngestionJobStatus,
} from '../../shapes/ingestion.ts'
import { operation } from '../operation.ts'

/** Batches of events about a partner's cases. */
export const ingestion = {
  createIngestionJob: operation({
    method: 'POST',
    path: '/ingestion-jobs',
    safety: 'keyed',
    body: CreateIngestionJobRequest,
    success: [202],
    answer: CreateIngestionJobResult,
    refusals: { 400: ApiError },
  }),
  getIngestionJob: operation({
    method: 'GET',
    path: '/ingestion-jobs/{jobId}',
    safety: 'read',
    success: [200],
    answer: IngestionJobStatus,
    refusals: { 404: ApiError },
  }),
} as const
