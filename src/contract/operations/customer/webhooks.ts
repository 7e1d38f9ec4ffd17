import { array } from 'valibot'
import { ApiError } from '../../shapes/error.ts'
import { PingResult, ReplayedEvent, ReplayRequest, ReplayResult } from '../../shapes/test-webhook.ts'
import { CreateWebhookRequest, UpdateWebhookRequest, Webhook } from '../../shapes/webhook.ts'
import { operation } from '../operation.ts'

const ping = {
  method: 'POST',
  safety: 'once',
  success: [200],
  answer: PingResult,
  refusals: { 404: ApiError },
} as const

const replay = {
  method: 'POST',
  safety: 'idempotent',
  body: ReplayRequest,
  success: [200],
  answer: ReplayResult,
  refusals: { 400: ApiError, 404: ApiError },
  deprecated: true,
} as const

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
  getWebhook: operation({
    method: 'GET',
    path: '/webhooks/{id}',
    safety: 'read',
    success: [200],
    answer: Webhook,
    refusals: { 404: ApiError },
  }),
  updateWebhook: operation({
    method: 'PATCH',
    path: '/webhooks/{id}',
    safety: 'once',
    body: UpdateWebhookRequest,
    success: [200],
    answer: Webhook,
    refusals: { 400: ApiError, 404: ApiError },
  }),
  deleteWebhook: operation({
    method: 'DELETE',
    path: '/webhooks/{id}',
    safety: 'idempotent',
    success: [204],
    refusals: { 404: ApiError },
  }),
  pingWebhook: operation({ ...ping, path: '/webhooks/{id}/test' }),
  pingWebhookByVerb: operation({ ...ping, path: '/webhooks/{id}:test' }),
  replayWebhook: operation({ ...replay, path: '/webhooks/{id}/replay' }),
  replayWebhookByVerb: operation({ ...replay, path: '/webhooks/{id}:replay' }),
  replayWebhookEvent: operation({
    method: 'POST',
    path: '/webhooks/events/{id}/replay',
    safety: 'once',
    success: [200],
    answer: ReplayedEvent,
    refusals: { 404: ApiError },
  }),
} as const
