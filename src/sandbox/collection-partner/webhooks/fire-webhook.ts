import { collectionPartnerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { fireEvent } from '../../rules/subscriptions/fire-event.ts'

export const fireWebhook = implement(collectionPartnerApi.fireWebhook, ({ world, accountId, body }) =>
  fireEvent(world, accountId, body),
)
