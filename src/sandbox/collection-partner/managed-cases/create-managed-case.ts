import { collectionPartnerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { submitManagedCase } from '../../rules/cases/submit-managed-case.ts'
import { caseView } from '../../views/case-view.ts'

export const createManagedCase = implement(collectionPartnerApi.createManagedCase, ({ world, body }) =>
  caseView(world, submitManagedCase(world, body), 'zoned'),
)
