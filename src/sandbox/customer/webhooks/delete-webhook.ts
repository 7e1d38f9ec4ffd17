import { customerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { notFound } from '../../http/refusal.ts'
import { removeSubscription } from '../../rules/remove-subscription.ts'

export const deleteWebhook = implement(customerApi.deleteWebhook, ({ world, accountId, path }) => {
  const subscription = world.webhooks.byId(path.id)
  if (subscription?.accountId !== accountId) throw notFound('webhook subscription with this id')
  return removeSubscription(world, subscription)
})
