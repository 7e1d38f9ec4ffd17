import { collectionPartnerApi } from '../../../contract/operations/index.ts'
import type { StartCaseRequest } from '../../../contract/shapes/index.ts'
import { LIFECYCLES } from '../../../contract/words/index.ts'
import { implement } from '../../http/implement.ts'
import { badRequest } from '../../http/refusal.ts'
import { collectedCase } from '../../rules/cases/collected-case.ts'
import { activate } from '../../rules/cases/drive-case.ts'
import { refuseBlank, sendChat } from '../../rules/dossier/send-chat.ts'
import { LARGEST_AMOUNT, toHundredths } from '../../rules/payments/currency.ts'
import { actingMember, namedMember } from '../../rules/team.ts'

export const startCase = implement(collectionPartnerApi.startCase, ({ world, accountId, path, body }) => {
  const record = collectedCase(world, accountId, path.id)
  refuseBlank(body.welcomeMessage, 'welcomeMessage')
  const author = actingMember(world, accountId, body)
  namedMember(world, accountId, { userEmail: body.assignedUserEmail, userId: body.assignedUserId })
  if (record.lifecycle !== 'PendingVerification') {
    const message = `Only a case in '${LIFECYCLES.PendingVerification}' can be started; this one is in '${LIFECYCLES[record.lifecycle]}'.`
    throw badRequest('InvalidLifecycle', message)
  }
  Object.assign(record, feesOf(body))
  world.cases.setPartnerReference(record, body.collectionPartnerReference || null)
  activate(world, record, 'Partner user', 'announce')
  sendChat(world, record, { from: 'partner', author, message: body.welcomeMessage })
  return {
    caseId: record.id,
    caseReference: record.reference,
    status: LIFECYCLES[record.lifecycle],
    activatedAt: record.dateCollectionStarted ?? world.now(),
    collectionPartnerReference: record.collectionPartnerReference,
  }
})

function feesOf({ interestFees = 0, reminderFees = 0, collectionFees = 0 }: StartCaseRequest) {
  if (Math.max(interestFees, reminderFees, collectionFees) > LARGEST_AMOUNT) {
    throw badRequest('InvalidAmount', 'A fee is too large.')
  }
  return {
    interestFees: toHundredths(interestFees),
    reminderFees: toHundredths(reminderFees),
    collectionFees: toHundredths(collectionFees),
  }
}
