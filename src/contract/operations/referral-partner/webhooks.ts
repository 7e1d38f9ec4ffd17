import { array } from 'valibot'
import { ApiError } from '../../shapes/error.ts'
import { TriggerWebhookRequest, TriggerWebhookResult } from '../../shapes/test-webhook.ts'
import { CreateWebhookRequest, UpdateWebhookRequest, Webhook } from '../../shapes/webhook.ts'
import { operation } from '../operation.ts'

/** A referral partner subscribes to what happens to its clients and their cases. */
export const webhooks = {
  createWebhook: operation({
    method: 'POST',
    path: '/v1/Webhooks',
    safety: 'once',
    body: CreateWebhookRequest,
    success: [200],
    answer: Webhook,
    refusals: { 400: ApiError, 401: ApiError },
  }),
  listWebhooks: operation({
    method: 'GET',
    path: '/v1/Webhooks',
    safety: 'read',
    success: [200],
    answer: array(Webhook),
    refusals: { 401: ApiError },
  }),
  getWebhook: operation({
    method: 'GET',
    path: '/v1/Webhooks/{id}',
    safety: 'read',
    success: [200],
    answer: Webhook,
    refusals: { 401: ApiError, 404: ApiError },
  }),
  updateWebhook: operation({
    method: 'PUT',
    path: '/v1/Webhooks/{id}',
    safety: 'once',
    body: UpdateWebhookRequest,
    success: [200],
    answer: Webhook,
    refusals: { 400: ApiError, 401: ApiError, 404: ApiError },
  }),
  deleteWebhook: operation({
    method: 'DELETE',
    path: '/v1/Webhooks/{id}',
    safety: 'idempotent',
    success: [204],
    refusals: { 401: ApiError, 404: ApiError },
  }),
  triggerTestWebhook: operation({
    method: 'POST',
    path: '/v1/Webhooks/test',
    safety: 'once',
    body: TriggerWebhookRequest,
    success: [200],
    answer: TriggerWebhookResult,
    refusals: { 400: ApiError, 401: ApiError, 403: ApiError, 404: ApiError },
  }),
} as const
