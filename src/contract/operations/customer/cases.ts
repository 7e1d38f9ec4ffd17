import { Case } from '../../shapes/case.ts'
import { CreateCaseRequest } from '../../shapes/create-case.ts'
import { ApiError, BusinessErrorResponse } from '../../shapes/error.ts'
import { CaseList } from '../../shapes/page.ts'
import { operation } from '../operation.ts'
import { CASE_LIST_QUERY } from '../paging.ts'

/** A client submits its cases and looks at them. */
export const cases = {
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
  getCaseByCreditorReference: operation({
    method: 'GET',
    path: '/cases/by-creditor-reference/{creditorReference}',
    safety: 'read',
    success: [200],
    answer: Case,
    refusals: { 400: ApiError, 404: ApiError },
  }),
} as const
