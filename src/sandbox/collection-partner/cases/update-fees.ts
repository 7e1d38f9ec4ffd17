import { collectionPartnerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { feesOn, remainderOf } from '../../rules/amounts.ts'
import { collectedCase } from '../../rules/collected-case.ts'
import { replaceFees } from '../../rules/replace-fees.ts'

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
