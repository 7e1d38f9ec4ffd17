import { referralPartnerApi } from '../../contract/operations/index.ts'
import { implement } from '../http/implement.ts'
import { referralCaseList } from '../lists/referral-case-list.ts'

export const listCases = implement(referralPartnerApi.listCases, ({ world, query }) =>
  referralCaseList(world, query),
)
