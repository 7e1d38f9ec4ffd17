import { customerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { ownCreditor } from '../../rules/own-creditor.ts'
import { debtCollectionContractView } from '../../views/coverage-view.ts'

export const getDebtCollectionContract = implement(
  customerApi.getDebtCollectionContract,
  ({ world, accountId }) => debtCollectionContractView(world, ownCreditor(world, accountId)),
)
