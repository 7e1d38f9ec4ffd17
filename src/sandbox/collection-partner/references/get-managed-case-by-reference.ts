import { collectionPartnerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { notFound } from '../../http/refusal.ts'
import { caseView } from '../../views/case-view.ts'
import { readStyle } from '../../views/timestamp.ts'

export const getManagedCaseByReference = implement(
  collectionPartnerApi.getManagedCaseByReference,
  ({ world, accountId, path }) => {
    const record = world.cases.byReference(path.caseReference)
    if (record?.accountId !== accountId) throw notFound('case with this reference')
    return caseView(world, record, readStyle(world))
  },
)
