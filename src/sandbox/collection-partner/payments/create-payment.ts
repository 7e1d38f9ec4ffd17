import { collectionPartnerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { collectedCase } from '../../rules/cases/collected-case.ts'
import { closeIfSettled } from '../../rules/cases/drive-case.ts'
import { remainderOf } from '../../rules/payments/amounts.ts'
import { checkedPayment, refuseUnlessPayable } from '../../rules/payments/check-payment.ts'
import { paymentWarnings, recordPayment } from '../../rules/payments/record-payment.ts'

export const createPayment = implement(
  collectionPartnerApi.createPayment,
  ({ world, accountId, path, body }) => {
    const record = collectedCase(world, accountId, path.id)
    refuseUnlessPayable(world, record)
    const paid = checkedPayment(record, body)
    const warnings = paymentWarnings(record, paid)
    const payment = recordPayment(world, record, paid, 'Partner user')
    const closeCase = body.closeCase === true
    const caseClosed = closeCase && closeIfSettled(world, record, 'Partner user')
    return {
      paymentId: payment.id,
      caseReference: record.reference,
      date: payment.date,
      paymentAmount: payment.amount,
      payoutCreditor: payment.payout.creditor,
      payoutCollectionPartner: payment.payout.collectionPartner,
      paymentRecipient: payment.recipient,
      commissionPaymentStatus: payment.commission,
      closeCase,
      caseClosed,
      closeCode: caseClosed ? record.closeCode : null,
      remainingAmount: remainderOf(record),
      warnings,
    }
  },
)
