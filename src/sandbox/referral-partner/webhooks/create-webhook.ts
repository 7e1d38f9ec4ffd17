import { referralPartnerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { newSubscription } from '../../rules/subscriptions/new-subscription.ts'
import { webhookView } from '../../views/webhook-view.ts'

export const createWebhook = implement(referralPartnerApi.createWebhook, ({ world, accountId, body }) =>
  webhookView(newSubscription(world, accountId, body), 'shown', 'zoned'),
)
