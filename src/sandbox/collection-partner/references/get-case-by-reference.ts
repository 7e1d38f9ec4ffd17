import { collectionPartnerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { collected } from '../../rules/cases/collected-case.ts'
import { caseView } from '../../views/case-view.ts'
import { readStyle } from '../../views/timestamp.ts'

export const getCaseByReference = implement(
  collectionPartnerApi.getCaseByReference,
  ({ world, accountId, path }) => {
    const record = collected(world, accountId, world.cases.byReference(path.caseReference), 'reference')
    return caseView(world, record, readStyle(world))
  },
)
