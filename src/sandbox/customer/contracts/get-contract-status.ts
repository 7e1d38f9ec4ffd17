import { customerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { ownCase } from '../../rules/cases/own-case.ts'
import { contractStatusView } from '../../views/contract-status-view.ts'

export const getContractStatus = implement(customerApi.getContractStatus, ({ world, accountId, path }) =>
  contractStatusView(world, ownCase(world, accountId, path.id)),
)
