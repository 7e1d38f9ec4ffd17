import { collectionPartnerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { badRequest } from '../../http/refusal.ts'
import { closeIfSettled } from '../../rules/cases/drive-case.ts'
import { ownTestCase } from '../../rules/cases/own-case.ts'
import { remainderOf, sumOf } from '../../rules/payments/amounts.ts'
import { checkedManagedPayment, refuseUnlessPayable } from '../../rules/payments/check-payment.ts'
import { paidToCreditor, recordPayment } from '../../rules/payments/record-payment.ts'

export const createManagedPayment = implement(
  collectionPartnerApi.createManagedPayment,
  ({ world, accountId, path, body }) => {
    const record = ownTestCase(world, accountId, path.id)
    refuseUnlessPayable(world, record)
    const { amount, date } = checkedManagedPayment(body)
    const left = sumOf([remainderOf(record), -amount])
    if (body.closeCase === true && left > 0)
      throw badRequest('PaymentTooLow', `The case cannot close, as ${left} would still be owed.`)
    const payment = recordPayment(world, record, paidToCreditor(amount, date), 'Partner user')
    const caseClosed = body.closeCase === true && closeIfSettled(world, record, 'Partner user')
    return {
      paymentId: payment.id,
      caseReference: record.reference,
      date: payment.date,
      paymentAmount: payment.amount,
      caseClosed,
      remainingAmount: remainderOf(record),
    }
  },
)
