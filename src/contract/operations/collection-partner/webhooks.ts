import { array } from 'valibot'
import { ApiError } from '../../shapes/error.ts'
import { ReplayedEvent } from '../../shapes/test-webhook.ts'
import { CreateWebhookRequest, UpdateWebhookRequest, Webhook } from '../../shapes/webhook.ts'
import { operation } from '../operation.ts'

/** A collection partner subscribes to what happens to the cases that it collects. */
export const webhooks = {
  createWebhook: operation({
    method: 'POST',
    path: '/webhooks',
    safety: 'once',
    body: CreateWebhookRequest,
    success: [201],
    answer: Webhook,
    refusals: { 400: ApiError, 401: ApiError, 422: ApiError },
  }),
  listWebhooks: operation({
    method: 'GET',
    path: '/webhooks',
    safety: 'read',
    success: [200],
    answer: array(Webhook),
    refusals: { 401: ApiError },
  }),
  getWebhook: operation({
    method: 'GET',
    path: '/webhooks/{id}',
    safety: 'read',
    success: [200],
    answer: Webhook,
    refusals: { 401: ApiError, 404: ApiError },
  }),
  updateWebhook: operation({
    method: 'PUT',
    path: '/webhooks/{id}',
    safety: 'once',
    body: UpdateWebhookRequest,
    success: [200],
    answer: Webhook,
    refusals: { 400: ApiError, 401: ApiError, 404: ApiError },
  }),
  deleteWebhook: operation({
    method: 'DELETE',
    path: '/webhooks/{id}',
    safety: 'idempotent',
    success: [204],
    refusals: { 401: ApiError, 404: ApiError },
  }),
  replayWebhookEvent: operation({
    method: 'POST',
    path: '/webhooks/events/{id}/replay',
    safety: 'once',
    success: [200],
    answer: ReplayedEvent,
    refusals: { 400: ApiError, 404: ApiError },
  }),
  replayLastEvent: operation({
    method: 'POST',
    path: '/test/cases/{id}/replay-last-event',
    safety: 'once',
    success: [200],
    answer: ReplayedEvent,
    refusals: { 400: ApiError, 404: ApiError },
  }),
} as const
