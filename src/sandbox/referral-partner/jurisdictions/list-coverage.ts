import { referralPartnerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { jurisdictions } from '../../jurisdictions/table.ts'
import { referralCoverageView } from '../../views/coverage-view.ts'

export const listCoverage = implement(referralPartnerApi.listCoverage, ({ world }) =>
  jurisdictions().map((jurisdiction) => referralCoverageView(world, jurisdiction)),
)
