import { customerApi } from '../../../contract/operations/index.ts'
import { implement, type WaitingHandler } from '../../http/implement.ts'
import { ownSubscription } from '../../rules/subscriptions/own-subscription.ts'
import { ping } from '../../webhooks/ping.ts'

const handle: WaitingHandler<typeof customerApi.pingWebhook> = ({ world, accountId, path }) =>
  ping(world, ownSubscription(world, accountId, path.id))

export const pingWebhook = implement(customerApi.pingWebhook, handle)

export const pingWebhookByVerb = implement(customerApi.pingWebhookByVerb, handle)
