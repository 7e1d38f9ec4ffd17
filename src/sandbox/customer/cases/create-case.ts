import { customerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { submitCase } from '../../rules/cases/submit-case.ts'
import { caseView } from '../../views/case-view.ts'

export const createCase = implement(customerApi.createCase, ({ world, accountId, body }) =>
  caseView(world, submitCase(world, accountId, body), 'zoned'),
)
