import { array, optional, string } from 'valibot'
import { AdvanceRequest, AdvanceResult } from '../shapes/drive-case.ts'
import { ApiError } from '../shapes/error.ts'
import { timestamp, uuid } from '../shapes/field.ts'
import { FireWebhookRequest, FireWebhookResult } from '../shapes/test-webhook.ts'
import { WebhookEvent } from '../shapes/webhook.ts'
import { operation } from './operation.ts'

/**
 * What a test does with a test case once it has one: drive it, look at its events, and delete it. The Customer and the
 * Collection Partner API publish the same.
 * @see docs.debitura.com/developer-concepts/webhooks/ci-testing
 */
export const testLoop = {
  advanceTestCase: operation({
    method: 'POST',
    path: '/test/cases/{id}/advance',
    safety: 'idempotent',
    body: AdvanceRequest,
    success: [200],
    answer: AdvanceResult,
    refusals: { 400: ApiError, 404: ApiError, 500: ApiError },
  }),
  listWebhookEvents: operation({
    method: 'GET',
    path: '/webhooks/events',
    safety: 'read',
    query: { caseId: optional(uuid), since: optional(timestamp) },
    success: [200],
    answer: array(WebhookEvent),
    refusals: { 400: ApiError },
  }),
  fireWebhook: operation({
    method: 'POST',
    path: '/test/webhooks/fire',
    safety: 'once',
    body: FireWebhookRequest,
    success: [200],
    answer: FireWebhookResult,
    refusals: { 400: ApiError, 404: ApiError, 422: ApiError, 500: ApiError },
  }),
  deleteTestCase: operation({
    method: 'DELETE',
    path: '/test/cases/{id}',
    safety: 'idempotent',
    success: [204],
    refusals: { 400: ApiError, 404: ApiError, 500: ApiError },
  }),
  deleteTestCasesByTag: operation({
    method: 'DELETE',
    path: '/test/cases',
    safety: 'idempotent',
    query: { tag: optional(string()) },
    success: [204],
    refusals: { 400: ApiError, 500: ApiError },
  }),
}
