import { customerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { ownCase } from '../../rules/cases/own-case.ts'
import { paymentsView } from '../../views/payment-view.ts'
import { readStyle } from '../../views/timestamp.ts'

export const listPayments = implement(customerApi.listPayments, ({ world, accountId, path }) =>
  paymentsView(ownCase(world, accountId, path.id), readStyle(world)),
)
