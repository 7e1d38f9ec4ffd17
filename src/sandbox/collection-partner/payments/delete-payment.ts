import { collectionPartnerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { collectedCase } from '../../rules/cases/collected-case.ts'
import * as payments from '../../rules/payments/change-payment.ts'

export const deletePayment = implement(
  collectionPartnerApi.deletePayment,
  ({ world, accountId, path, query }) => {
    const record = collectedCase(world, accountId, path.id)
    const payment = payments.paymentOn(world, record, path.paymentId)
    return payments.deletePayment(world, record, payment, query.flag('reopenCaseIfNeeded') ?? false)
  },
)
