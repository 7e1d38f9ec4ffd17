import { customerApi } from '../../../contract/operations/index.ts'
import { type Handler, implement } from '../../http/implement.ts'
import { countCasesSince } from '../../rules/subscriptions/count-cases-since.ts'
import { ownSubscription } from '../../rules/subscriptions/own-subscription.ts'

const handle: Handler<typeof customerApi.replayWebhook> = ({ world, accountId, path, body }) => {
  ownSubscription(world, accountId, path.id)
  return countCasesSince(world, accountId, body.sinceUtc)
}

export const replayWebhook = implement(customerApi.replayWebhook, handle)

export const replayWebhookByVerb = implement(customerApi.replayWebhookByVerb, handle)
