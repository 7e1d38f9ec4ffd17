import type { CreateCaseRequest } from '../../contract/shapes/index.ts'
import type { World } from '../store/world.ts'
import { checkClaim } from './check-claim.ts'
import { checkDebtor } from './check-debtor.ts'
import { FieldMessages } from './field-messages.ts'

/** Finds what is wrong with the fields of a case; `undefined` where nothing is. */
export function caseProblems(request: CreateCaseRequest, world: World): Record<string, string[]> | undefined {
  const found = new FieldMessages()
  const guide = world.behaviours.caseRequirements === 'guide'
  checkClaim(request, { needsDate: guide, now: world.now() }, found)
  checkDebtor(
    request.debtor,
    { required: guide ? ['address', 'city'] : [], companyNeedsContactPerson: false },
    found,
  )
  if (typeof request.creditorDivisionId === 'string') {
    found.add('creditorDivisionId', 'No division with this id was found for this account.')
  }
  return found.found()
}
