import { Case } from '../shapes/case.ts'
import { CreateManagedCaseRequest } from '../shapes/create-case.ts'
import { CloseCaseRequest, CloseCaseResult, StartCaseRequest, StartCaseResult } from '../shapes/drive-case.ts'
import { ApiError, BusinessErrorResponse, ProblemDetails } from '../shapes/error.ts'
import { CollectionPartnerProfile } from '../shapes/me.ts'
import { CaseList } from '../shapes/page.ts'
import { CASE_LIST_QUERY } from './customer.ts'
import { operation, operations } from './operation.ts'
import { testLoop } from './test-loop.ts'

/**
 * Operations of the Collection Partner API. A managing partner submits managed cases; test cases among them are
 * assigned to itself.
 * @see docs.debitura.com/openapi/collection-partner-api.json
 */
export const collectionPartnerApi = operations('collection-partner', {
  createManagedCase: operation({
    method: 'POST',
    path: '/managed-cases',
    safety: 'keyed',
    body: CreateManagedCaseRequest,
    success: [200],
    answer: Case,
    refusals: { 400: ApiError, 422: BusinessErrorResponse, 500: ApiError },
  }),
  listManagedCases: operation({
    method: 'GET',
    path: '/managed-cases',
    safety: 'read',
    query: CASE_LIST_QUERY,
    success: [200],
    answer: CaseList,
    refusals: { 400: ApiError },
  }),
  getManagedCase: operation({
    method: 'GET',
    path: '/managed-cases/{id}',
    safety: 'read',
    success: [200],
    answer: Case,
    refusals: { 400: ApiError, 404: ApiError },
  }),
  listCases: operation({
    method: 'GET',
    path: '/cases',
    safety: 'read',
    query: [...CASE_LIST_QUERY, 'includeTestCases'],
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
  startCase: operation({
    method: 'POST',
    path: '/cases/{id}/start',
    safety: 'once',
    body: StartCaseRequest,
    success: [200],
    answer: StartCaseResult,
    refusals: { 400: ApiError, 404: ApiError, 500: ApiError },
  }),
  closeCase: operation({
    method: 'POST',
    path: '/cases/{id}/close',
    safety: 'once',
    body: CloseCaseRequest,
    success: [200],
    answer: CloseCaseResult,
    refusals: { 400: ApiError, 404: ApiError, 500: ApiError },
  }),
  ...testLoop,
  getMe: operation({
    method: 'GET',
    path: '/me',
    safety: 'read',
    success: [200],
    answer: CollectionPartnerProfile,
    refusals: { 401: ProblemDetails, 404: ApiError, 500: ApiError },
  }),
})
