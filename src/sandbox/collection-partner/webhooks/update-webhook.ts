import { collectionPartnerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { ownSubscription } from '../../rules/subscriptions/own-subscription.ts'
import { updateSubscription } from '../../rules/subscriptions/update-subscription.ts'
import { webhookView } from '../../views/webhook-view.ts'

export const updateWebhook = implement(
  collectionPartnerApi.updateWebhook,
  ({ world, accountId, path, body }) => {
    const subscription = ownSubscription(world, accountId, path.id)
    updateSubscription(world, subscription, body)
    return webhookView(subscription, body.regenerateSecret === true ? 'shown' : 'hidden', 'zoned')
  },
)
