import { collectionPartnerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { ownCase } from '../../rules/cases/own-case.ts'
import { timelineView } from '../../views/history-view.ts'
import { readStyle } from '../../views/timestamp.ts'

export const getManagedTimeline = implement(
  collectionPartnerApi.getManagedTimeline,
  ({ world, accountId, path }) => timelineView(ownCase(world, accountId, path.id), readStyle(world)),
)
