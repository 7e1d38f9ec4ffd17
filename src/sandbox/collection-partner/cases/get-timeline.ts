import { collectionPartnerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { collectedCase } from '../../rules/cases/collected-case.ts'
import { timelineView } from '../../views/history-view.ts'
import { readStyle } from '../../views/timestamp.ts'

export const getTimeline = implement(collectionPartnerApi.getTimeline, ({ world, accountId, path }) =>
  timelineView(collectedCase(world, accountId, path.id), readStyle(world)),
)
