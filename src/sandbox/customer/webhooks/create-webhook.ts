import { randomBytes, randomUUID } from 'node:crypto'
import { customerApi } from '../../../contract/operations/index.ts'
import { CUSTOMER_EVENTS } from '../../../contract/words/index.ts'
import { implement } from '../../http/implement.ts'
import { badRequest } from '../../http/refusal.ts'
import { webhookView } from '../../views/webhook-view.ts'
import { urlProblem } from '../../webhooks/check-url.ts'

const SECRET_BYTES = 32

export const createWebhook = implement(customerApi.createWebhook, ({ world, accountId, body }) => {
  const problem = urlProblem(body.url)
  if (problem !== undefined) throw badRequest('InvalidUrl', problem)
  const known: readonly string[] = CUSTOMER_EVENTS
  const unknown = body.events.filter((event) => !known.includes(event))
  if (unknown.length > 0) {
    throw badRequest('InvalidEvent', `Unknown event: ${unknown.join(', ')}. Use ${known.join(', ')}.`)
  }
  const subscription = {
    id: randomUUID(),
    accountId,
    url: body.url,
    events: [...new Set(body.events)],
    isTestMode: body.isTestMode ?? false,
    secret: randomBytes(SECRET_BYTES).toString('base64'),
    created: world.now(),
  }
  world.webhooks.add(subscription)
  return webhookView(subscription, 'shown')
})
