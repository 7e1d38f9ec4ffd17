import { collectionPartnerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { eventList } from '../../lists/event-list.ts'

export const listWebhookEvents = implement(
  collectionPartnerApi.listWebhookEvents,
  ({ world, accountId, query }) => eventList(world, accountId, query),
)
