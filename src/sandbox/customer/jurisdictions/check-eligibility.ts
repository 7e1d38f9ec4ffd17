import { customerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { ownCreditor } from '../../rules/own-creditor.ts'
import { checkedJurisdiction } from '../../rules/pricing/check-eligibility.ts'
import { eligibilityView } from '../../views/eligibility-view.ts'

export const checkEligibility = implement(customerApi.checkEligibility, ({ world, accountId, body }) =>
  eligibilityView(world, ownCreditor(world, accountId), checkedJurisdiction(body)),
)
