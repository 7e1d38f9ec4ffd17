import { array } from 'valibot'
import { Case } from '../shapes/case.ts'
import { Payment, Timeline } from '../shapes/case-history.ts'
import { CreateCaseRequest } from '../shapes/create-case.ts'
import { ApiError, BusinessErrorResponse } from '../shapes/error.ts'
import { CreditorProfile } from '../shapes/me.ts'
import { CaseList } from '../shapes/page.ts'
import { CreateWebhookRequest, Webhook } from '../shapes/webhook.ts'
import { operation, operations } from './operation.ts'
import { testLoop } from './test-loop.ts'

/** Query parameters of the lists of cases, on the Customer and the Collection Partner API. */
export const CASE_LIST_QUERY = [
  'Page',
  'PageSize',
  'DebtorIds',
  'Ids',
  'Statuses',
  'DivisionIds',
  'Sort',
] as const

/**
 * Operations of the Customer API. Callers are a client with its key, or a referral partner with a client's token.
 * @see docs.debitura.com/openapi/customer-api.json
 */
export const customerApi = operations('customer', {
  createCase: operation({
    method: 'POST',
    path: '/cases',
    safety: 'keyed',
    body: CreateCaseRequest,
    success: [200],
    answer: Case,
    refusals: { 400: ApiError, 422: BusinessErrorResponse, 500: ApiError },
  }),
  listCases: operation({
    method: 'GET',
    path: '/cases',
    safety: 'read',
    query: CASE_LIST_QUERY,
    success: [200],
    answer: CaseList,
    refusals: { 400: ApiError },
  }),
  getCase: operation({
    method: 'GET',
    path: '/cases/{id}',
    safety: 'read',
    success: [200],
    answer: Case,
    refusals: { 400: ApiError, 404: ApiError },
  }),
  getCaseByCreditorReference: operation({
    method: 'GET',
    path: '/cases/by-creditor-reference/{creditorReference}',
    safety: 'read',
    success: [200],
    answer: Case,
    refusals: { 400: ApiError, 404: ApiError },
  }),
  getCaseByReference: operation({
    method: 'GET',
    path: '/cases/case-reference/{caseReference}',
    safety: 'read',
    success: [200],
    answer: Case,
    refusals: { 400: ApiError, 404: ApiError },
  }),
  getTimeline: operation({
    method: 'GET',
    path: '/cases/{id}/timeline',
    safety: 'read',
    success: [200],
    answer: Timeline,
    refusals: { 400: ApiError, 404: ApiError },
  }),
  listPayments: operation({
    method: 'GET',
    path: '/cases/{id}/payments',
    safety: 'read',
    success: [200],
    answer: array(Payment),
    refusals: { 400: ApiError, 404: ApiError },
  }),
  ...testLoop,
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
  getMe: operation({
    method: 'GET',
    path: '/me',
    safety: 'read',
    success: [200],
    answer: CreditorProfile,
    refusals: { 401: ApiError, 404: ApiError },
  }),
})
