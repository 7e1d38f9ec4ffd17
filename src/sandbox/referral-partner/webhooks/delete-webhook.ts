import { referralPartnerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { ownSubscription } from '../../rules/subscriptions/own-subscription.ts'
import { removeSubscription } from '../../rules/subscriptions/remove-subscription.ts'

export const deleteWebhook = implement(referralPartnerApi.deleteWebhook, ({ world, accountId, path }) =>
  removeSubscription(world, ownSubscription(world, accountId, path.id)),
)
