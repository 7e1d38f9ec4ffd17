import { customerApi } from '../../../contract/operations/index.ts'
import { implement } from '../../http/implement.ts'
import { fireEvent } from '../../rules/subscriptions/fire-event.ts'

export const fireWebhook = implement(customerApi.fireWebhook, ({ world, accountId, body }) =>
  fireEvent(world, accountId, body),
)
