import { optional, record, string } from 'valibot'
import { Case } from '../../shapes/case.ts'
import { ApiError } from '../../shapes/error.ts'
import { uuid } from '../../shapes/field.ts'
import { operation } from '../operation.ts'

const ONE_CASE = {
  method: 'GET',
  safety: 'read',
  success: [200],
  answer: Case,
  refusals: { 400: ApiError, 404: ApiError },
} as const

/** Ways to find a case without its id. By the partner's and the creditor's references only production cases are found. */
export const references = {
  getManagedCaseByReference: operation({
    ...ONE_CASE,
    path: '/managed-cases/case-reference/{caseReference}',
  }),
  getCaseByPartnerReference: operation({ ...ONE_CASE, path: '/cases/by-partner-reference/{reference}' }),
  getCasesByPartnerReference: operation({
    method: 'GET',
    path: '/cases/by-partner-reference',
    safety: 'read',
    query: { references: optional(string()) },
    success: [200],
    answer: record(string(), Case),
    refusals: { 400: ApiError },
  }),
  getCaseByCreditorReference: operation({
    ...ONE_CASE,
    path: '/cases/by-creditor-reference',
    query: { reference: optional(string()), creditorId: optional(uuid) },
  }),
} as const
