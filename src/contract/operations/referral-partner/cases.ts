import { array, boolean, optional, string } from 'valibot'
import { ReferralUploadFileRequest } from '../../shapes/case-file.ts'
import { ApiError } from '../../shapes/error.ts'
import { int32, timestamp, uuid } from '../../shapes/field.ts'
import { ReferralCaseDetail, ReferralCaseList } from '../../shapes/referral-case.ts'
import { operation } from '../operation.ts'
import { BOUNDED_PAGE_QUERY } from '../paging.ts'

/** A referral partner sees its clients' cases. */
export const cases = {
  listCases: operation({
    method: 'GET',
    path: '/cases',
    safety: 'read',
    query: {
      FromDate: optional(timestamp),
      ToDate: optional(timestamp),
      ExternalTenantId: optional(string()),
      Statuses: optional(array(string())),
      Query: optional(string()),
      ...BOUNDED_PAGE_QUERY,
      CountryIds: optional(array(int32)),
      CollectionPartnerIds: optional(array(uuid)),
      Sort: optional(string()),
    },
    success: [200],
    answer: ReferralCaseList,
    refusals: { 400: ApiError, 500: ApiError },
  }),
  getCase: operation({
    method: 'GET',
    path: '/cases/{id}',
    safety: 'read',
    success: [200],
    answer: ReferralCaseDetail,
    refusals: { 404: ApiError, 500: ApiError },
  }),
  uploadFile: operation({
    method: 'POST',
    path: '/cases/{caseId}/files',
    safety: 'keyed',
    query: { sendChatNotification: optional(boolean(), true) },
    body: ReferralUploadFileRequest,
    bodyType: 'multipart',
    success: [200],
    refusals: { 400: ApiError, 404: ApiError, 413: ApiError, 415: ApiError, 500: ApiError },
  }),
} as const
