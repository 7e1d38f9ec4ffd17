import { collectionPartnerApi } from '../../../contract/operations/index.ts'
import { CLOSE_CODES } from '../../../contract/words/index.ts'
import { implement } from '../../http/implement.ts'
import { partnerCloseCode, refuseUnlessClosable } from '../../rules/cases/check-close.ts'
import { collectedCase } from '../../rules/cases/collected-case.ts'
import { close } from '../../rules/cases/drive-case.ts'
import { paidOn, remainderOf } from '../../rules/payments/amounts.ts'
import { keyHolder } from '../../rules/team.ts'

export const closeCase = implement(collectionPartnerApi.closeCase, ({ world, accountId, path, body }) => {
  const record = collectedCase(world, accountId, path.id)
  const closeCode = partnerCloseCode(body.closeCode)
  refuseUnlessClosable(world, record, closeCode)
  const comment = body.comment ?? null
  close(world, record, closeCode, 'Partner user', { comment })
  const paid = paidOn(record)
  return {
    caseReference: record.reference,
    closeCode,
    closeCodeDescription: CLOSE_CODES[closeCode],
    comment,
    closedAt: record.dateFinished ?? world.now(),
    closedBy: keyHolder(world, accountId),
    finalOutstandingAmount: remainderOf(record),
    totalPayments: paid,
    totalRecovered: paid,
  }
})
