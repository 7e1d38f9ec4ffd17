import { referralPartnerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { clientCase } from '../../rules/clients/client-case.ts'
import { referralCaseDetailView } from '../../views/referral-case-detail-view.ts'

export const getCase = implement(referralPartnerApi.getCase, ({ world, path }) => {
  const { client, record } = clientCase(world, path.id)
  return referralCaseDetailView(world, client, record)
})
