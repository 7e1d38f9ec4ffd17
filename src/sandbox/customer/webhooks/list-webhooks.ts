import { customerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { readStyle } from '../../views/timestamp.ts'
import { webhookView } from '../../views/webhook-view.ts'

export const listWebhooks = implement(customerApi.listWebhooks, ({ world, accountId }) =>
  world.webhooks
    .ofAccount(accountId)
    .map((subscription) => webhookView(subscription, 'hidden', readStyle(world))),
)
