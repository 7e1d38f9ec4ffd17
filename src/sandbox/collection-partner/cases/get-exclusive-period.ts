import { collectionPartnerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { collectedCase } from '../../rules/cases/collected-case.ts'
import { exclusivePeriod } from '../../rules/cases/exclusive-period.ts'
import { exclusivePeriodView } from '../../views/exclusive-period-view.ts'
import { readStyle } from '../../views/timestamp.ts'

export const getExclusivePeriod = implement(
  collectionPartnerApi.getExclusivePeriod,
  ({ world, accountId, path }) =>
    exclusivePeriodView(exclusivePeriod(world, collectedCase(world, accountId, path.id)), readStyle(world)),
)
