import { collectionPartnerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { ownTestCase } from '../../rules/cases/own-case.ts'
import { deletePayment, paymentOn } from '../../rules/payments/change-payment.ts'

export const deleteManagedPayment = implement(
  collectionPartnerApi.deleteManagedPayment,
  ({ world, accountId, path, query }) => {
    const record = ownTestCase(world, accountId, path.id)
    const payment = paymentOn(world, record, path.paymentId)
    return deletePayment(world, record, payment, query.flag('reopenCaseIfNeeded') ?? false)
  },
)
