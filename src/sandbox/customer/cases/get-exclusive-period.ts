import { customerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { exclusivePeriod } from '../../rules/cases/exclusive-period.ts'
import { ownCase } from '../../rules/cases/own-case.ts'
import { exclusivePeriodView } from '../../views/exclusive-period-view.ts'
import { readStyle } from '../../views/timestamp.ts'

export const getExclusivePeriod = implement(customerApi.getExclusivePeriod, ({ world, accountId, path }) =>
  exclusivePeriodView(exclusivePeriod(world, ownCase(world, accountId, path.id)), readStyle(world)),
)
