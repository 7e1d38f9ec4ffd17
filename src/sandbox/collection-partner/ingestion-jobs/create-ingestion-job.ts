import { collectionPartnerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { queueIngestion } from '../../rules/dossier/ingest.ts'

export const createIngestionJob = implement(
  collectionPartnerApi.createIngestionJob,
  ({ world, accountId, body }) => {
    const { id, rowsTotal } = queueIngestion(world, accountId, body.rows)
    return { jobId: id, rowsQueued: rowsTotal }
  },
)
