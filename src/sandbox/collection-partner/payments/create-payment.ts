import { collectionPartnerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { remainderOf } from '../../rules/amounts.ts'
import { checkedPayment, refuseUnlessPayable } from '../../rules/check-payment.ts'
import { collectedCase } from '../../rules/collected-case.ts'
import { closeIfSettled } from '../../rules/drive-case.ts'
import { paymentWarnings, recordPayment } from '../../rules/record-payment.ts'

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
