import { customerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { notFound } from '../../http/refusal.ts'
import { ownCase } from '../../rules/cases/own-case.ts'
import { paymentView } from '../../views/payment-view.ts'
import { readStyle } from '../../views/timestamp.ts'

export const getPayment = implement(customerApi.getPayment, ({ world, accountId, path }) => {
  const payment = world.payments.byId(path.id)
  if (payment?.accountId !== accountId) throw notFound('payment with this id')
  return paymentView(ownCase(world, accountId, payment.caseId), payment, readStyle(world))
})
