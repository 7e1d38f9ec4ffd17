import { collectionPartnerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { collectedCase } from '../../rules/cases/collected-case.ts'
import { feesOn, remainderOf } from '../../rules/payments/amounts.ts'
import { replaceFees } from '../../rules/payments/replace-fees.ts'

export const updateFees = implement(collectionPartnerApi.updateFees, ({ world, accountId, path, body }) => {
  const record = collectedCase(world, accountId, path.id)
  const recalculatedSuccessFee = replaceFees(world, record, body)
  const { grossAmount, interestFees, reminderFees, collectionFees } = record
  return {
    caseId: record.id,
    grossAmount,
    interestFees,
    reminderFees,
    collectionFees,
    totalAddedFees: feesOn(record),
    recalculatedSuccessFee,
    remainder: remainderOf(record),
  }
})
