import { collectionPartnerApi } from '../../../contract/operations/index.ts'
import { EMAIL } from '../../../contract/shapes/field.ts'
import type { StartCaseRequest } from '../../../contract/shapes/index.ts'
import { LIFECYCLES } from '../../../contract/words/index.ts'
import { implement } from '../../http/implement.ts'
import { badRequest } from '../../http/refusal.ts'
import { collectedCase } from '../../rules/collected-case.ts'
import { LARGEST_AMOUNT, toHundredths } from '../../rules/currency.ts'
import { activate } from '../../rules/drive-case.ts'
import { isBlank } from '../../rules/field-messages.ts'

export const startCase = implement(collectionPartnerApi.startCase, ({ world, accountId, path, body }) => {
  const record = collectedCase(world, accountId, path.id)
  refuseWithoutUser(body.userEmail, body.userId)
  if (record.lifecycle !== 'PendingVerification') {
    const message = `Only a case in '${LIFECYCLES.PendingVerification}' can be started; this one is in '${LIFECYCLES[record.lifecycle]}'.`
    throw badRequest('InvalidLifecycle', message)
  }
  Object.assign(record, feesOf(body))
  activate(world, record, 'Partner user', 'announce')
  return {
    caseId: record.id,
    caseReference: record.reference,
    status: LIFECYCLES[record.lifecycle],
    activatedAt: record.dateCollectionStarted ?? world.now(),
    collectionPartnerReference: body.collectionPartnerReference ?? null,
  }
})

/** The sandbox keeps no list of the partner's team: every well-formed address is a member's. */
function refuseWithoutUser(email: string | null | undefined, id: string | null | undefined): void {
  if (isBlank(email) && isBlank(id))
    throw badRequest('MissingUserIdentifier', 'userEmail or userId is required.')
  if (!isBlank(email) && !EMAIL.test(email))
    throw badRequest('InvalidUserEmail', `'${email}' is not an e-mail address.`)
}

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
