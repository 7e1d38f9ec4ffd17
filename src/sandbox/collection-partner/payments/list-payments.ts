import { collectionPartnerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { collectedCase } from '../../rules/cases/collected-case.ts'
import { paymentsView } from '../../views/payment-view.ts'
import { readStyle } from '../../views/timestamp.ts'

export const listPayments = implement(collectionPartnerApi.listPayments, ({ world, accountId, path }) =>
  paymentsView(collectedCase(world, accountId, path.id), readStyle(world)),
)
