import {
  BearerToken,
  Client,
  ClientList,
  CreateClientRequest,
  Deletable,
  TokenRequest,
} from '../shapes/client.ts'
import { ApiError, BusinessErrorResponse, ClientConflict } from '../shapes/error.ts'
import { ReferralPartnerProfile } from '../shapes/me.ts'
import { ReferralCaseList } from '../shapes/referral-case.ts'
import { operation, operations } from './operation.ts'

/**
 * Operations of the Referral Partner API.
 * @see docs.debitura.com/openapi/referral-partner-api.json
 */
export const referralPartnerApi = operations('referral-partner', {
  createClient: operation({
    method: 'POST',
    path: '/clients',
    safety: 'natural',
    body: CreateClientRequest,
    success: [201, 202],
    answer: Client,
    refusals: { 400: ApiError, 409: ClientConflict, 422: BusinessErrorResponse, 500: ApiError },
  }),
  listClients: operation({
    method: 'GET',
    path: '/clients',
    safety: 'read',
    query: [
      'Page',
      'PageSize',
      'Query',
      'ExternalTenantId',
      'IsAttributedClient',
      'DateCreatedFrom',
      'DateCreatedTo',
      'OnboardingDone',
      'Sort',
    ],
    success: [200],
    answer: ClientList,
    refusals: { 400: ApiError, 500: ApiError },
  }),
  getClient: operation({
    method: 'GET',
    path: '/clients/{externalTenantId}',
    safety: 'read',
    success: [200],
    answer: Client,
    refusals: { 404: ApiError, 500: ApiError },
  }),
  isClientDeletable: operation({
    method: 'GET',
    path: '/clients/{externalTenantId}/is-deletable',
    safety: 'read',
    success: [200],
    answer: Deletable,
    refusals: { 403: ApiError, 404: ApiError, 500: ApiError },
  }),
  deleteClient: operation({
    method: 'DELETE',
    path: '/clients/{externalTenantId}',
    safety: 'idempotent',
    success: [204],
    refusals: { 403: ApiError, 404: ApiError, 500: ApiError },
  }),
  createToken: operation({
    method: 'POST',
    path: '/oauth/token',
    safety: 'idempotent',
    body: TokenRequest,
    success: [200],
    answer: BearerToken,
    refusals: { 400: ApiError, 404: ApiError, 500: ApiError },
  }),
  listCases: operation({
    method: 'GET',
    path: '/cases',
    safety: 'read',
    query: [
      'FromDate',
      'ToDate',
      'ExternalTenantId',
      'Statuses',
      'Query',
      'Page',
      'PageSize',
      'CountryIds',
      'CollectionPartnerIds',
      'Sort',
    ],
    success: [200],
    answer: ReferralCaseList,
    refusals: { 400: ApiError, 500: ApiError },
  }),
  getMe: operation({
    method: 'GET',
    path: '/me',
    safety: 'read',
    success: [200],
    answer: ReferralPartnerProfile,
    refusals: { 404: ApiError, 500: ApiError },
  }),
})
