import { boolean, optional, string } from 'valibot'
import {
  BearerToken,
  Client,
  ClientList,
  CreateClientRequest,
  Deletable,
  KycVerification,
  SubmitKycRequest,
  TokenRequest,
} from '../../shapes/client.ts'
import { ApiError, BusinessErrorResponse, ClientConflict } from '../../shapes/error.ts'
import { timestamp } from '../../shapes/field.ts'
import { operation } from '../operation.ts'
import { PAGE_QUERY } from '../paging.ts'

/** A referral partner brings clients, and acts for them. */
export const clients = {
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
    query: {
      ...PAGE_QUERY,
      Query: optional(string()),
      ExternalTenantId: optional(string()),
      IsAttributedClient: optional(boolean()),
      DateCreatedFrom: optional(timestamp),
      DateCreatedTo: optional(timestamp),
      OnboardingDone: optional(boolean()),
      Sort: optional(string()),
    },
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
  withdrawClient: operation({
    method: 'POST',
    path: '/clients/{externalTenantId}/withdraw',
    safety: 'once',
    success: [204],
    refusals: { 404: ApiError, 409: ApiError, 500: ApiError },
  }),
  submitKycVerification: operation({
    method: 'POST',
    path: '/clients/{externalTenantId}/kyc-verification',
    safety: 'keyed',
    query: { sendChatNotification: optional(boolean(), true) },
    body: SubmitKycRequest,
    success: [201],
    answer: KycVerification,
    refusals: { 404: ApiError, 500: ApiError },
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
} as const
