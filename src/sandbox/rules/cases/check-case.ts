import type { CreateCaseRequest } from '../../../contract/shapes/index.ts'
import type { World } from '../../store/world.ts'
import { ownDivisionOrNone } from '../divisions/own-division.ts'
import { FieldMessages } from '../field-messages.ts'
import { checkClaim } from './check-claim.ts'
import { checkDebtor } from './check-debtor.ts'

/**
 * Finds what is wrong with the fields of a case; `undefined` where nothing is.
 * @param accountId - whose case it is to be; left out for an account that is still to be made
 */
export function caseProblems(
  request: CreateCaseRequest,
  world: World,
  accountId?: string,
): Record<string, string[]> | undefined {
  const found = new FieldMessages()
  const guide = world.behaviours.caseRequirements === 'guide'
  checkClaim(request, { needsDate: guide, now: world.now() }, found)
  checkDebtor(
    request.debtor,
    { required: guide ? ['address', 'city'] : [], companyNeedsContactPerson: false },
    found,
  )
  if (typeof request.creditorDivisionId === 'string') {
    const division = accountId && ownDivisionOrNone(world, accountId, request.creditorDivisionId)
    if (!division) found.add('creditorDivisionId', 'No division with this id was found for this account.')
    else if (division.isArchived)
      found.add('creditorDivisionId', 'This division is archived, and takes no new cases.')
  }
  return found.found()
}
