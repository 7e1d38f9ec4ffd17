import { customerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { badRequest } from '../../http/refusal.ts'
import { ownSubscription } from '../../rules/subscriptions/own-subscription.ts'
import { updateSubscription } from '../../rules/subscriptions/update-subscription.ts'
import { webhookView } from '../../views/webhook-view.ts'

export const updateWebhook = implement(customerApi.updateWebhook, ({ world, accountId, path, body }) => {
  const subscription = ownSubscription(world, accountId, path.id)
  if (body.events != null) {
    throw badRequest(
      'EventsNotChangeable',
      'Events cannot be changed. Delete the subscription and make another.',
    )
  }
  updateSubscription(world, subscription, body)
  return webhookView(subscription, body.regenerateSecret === true ? 'shown' : 'hidden', 'zoned')
})
