import { referralPartnerApi } from '../../contract/operations/index.ts'
import { implement } from '../http/implement.ts'
import { transactionList } from '../lists/transaction-list.ts'

export const listTransactions = implement(referralPartnerApi.listTransactions, ({ world, query }) =>
  transactionList(world, query),
)
