import { collectionPartnerApi } from '../../../contract/operations/index.ts'
import { INGESTION_STATUSES } from '../../../contract/words/index.ts'
import { implement } from '../../http/implement.ts'
import { ownIngestionJob } from '../../rules/dossier/ingest.ts'

export const getIngestionJob = implement(
  collectionPartnerApi.getIngestionJob,
  ({ world, accountId, path }) => {
    const { status, rowsTotal, rowsSucceeded, rowsFailed } = ownIngestionJob(world, accountId, path.jobId)
    return { status: INGESTION_STATUSES[status], rowsTotal, rowsSucceeded, rowsFailed }
  },
)
