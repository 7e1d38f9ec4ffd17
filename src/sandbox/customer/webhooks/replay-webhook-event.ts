import { customerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { replayEvent } from '../../rules/subscriptions/replay-event.ts'

export const replayWebhookEvent = implement(customerApi.replayWebhookEvent, ({ world, accountId, path }) =>
  replayEvent(world, accountId, path.id),
)
