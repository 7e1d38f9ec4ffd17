import { collectionPartnerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { ownTestCase } from '../../rules/cases/own-case.ts'
import { editPayment, paymentOn } from '../../rules/payments/change-payment.ts'
import { checkedPayment, EDIT_RECIPIENTS } from '../../rules/payments/check-payment.ts'
import { paymentView } from '../../views/payment-view.ts'

export const updateManagedPayment = implement(
  collectionPartnerApi.updateManagedPayment,
  ({ world, accountId, path, body }) => {
    const record = ownTestCase(world, accountId, path.id)
    const payment = paymentOn(world, record, path.paymentId)
    const edited = checkedPayment(record, body, EDIT_RECIPIENTS)
    editPayment(world, record, payment, edited, body.reopenCaseIfNeeded === true)
    return paymentView(record, payment, 'zoned')
  },
)
