import { array } from 'valibot'
import { ApiError } from '../../shapes/error.ts'
import { CreateWebhookRequest, Webhook } from '../../shapes/webhook.ts'
import { operation } from '../operation.ts'

/** A client subscribes to what happens to its cases. */
export const webhooks = {
  createWebhook: operation({
    method: 'POST',
    path: '/webhooks',
    safety: 'once',
    body: CreateWebhookRequest,
    success: [201],
    answer: Webhook,
    refusals: { 400: ApiError, 422: ApiError },
  }),
  listWebhooks: operation({
    method: 'GET',
    path: '/webhooks',
    safety: 'read',
    success: [200],
    answer: array(Webhook),
    refusals: {},
  }),
  deleteWebhook: operation({
    method: 'DELETE',
    path: '/webhooks/{id}',
    safety: 'idempotent',
    success: [204],
    refusals: { 404: ApiError },
  }),
} as const
