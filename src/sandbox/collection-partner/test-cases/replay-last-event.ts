import { collectionPartnerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import * as events from '../../rules/subscriptions/replay-event.ts'

export const replayLastEvent = implement(collectionPartnerApi.replayLastEvent, ({ world, accountId, path }) =>
  events.replayLastEvent(world, accountId, path.id),
)
