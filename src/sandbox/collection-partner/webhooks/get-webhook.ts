import { collectionPartnerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { ownSubscription } from '../../rules/subscriptions/own-subscription.ts'
import { readStyle } from '../../views/timestamp.ts'
import { webhookView } from '../../views/webhook-view.ts'

export const getWebhook = implement(collectionPartnerApi.getWebhook, ({ world, accountId, path }) =>
  webhookView(ownSubscription(world, accountId, path.id), 'hidden', readStyle(world)),
)
