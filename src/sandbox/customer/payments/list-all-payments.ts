import { customerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { paymentList } from '../../lists/payment-list.ts'

export const listAllPayments = implement(customerApi.listAllPayments, ({ world, accountId, query }) =>
  paymentList(world, accountId, query),
)
