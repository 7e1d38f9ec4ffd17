import { boolean, optional } from 'valibot'
import {
  CloseCaseRequest,
  CloseCaseResult,
  StartCaseRequest,
  StartCaseResult,
} from '../../shapes/drive-case.ts'
import { ApiError } from '../../shapes/error.ts'
import { CaseList } from '../../shapes/page.ts'
import { operation } from '../operation.ts'
import { CASE_LIST_QUERY } from '../paging.ts'

/** A collection partner works on the cases that it collects. */
export const cases = {
  listCases: operation({
    method: 'GET',
    path: '/cases',
    safety: 'read',
    query: { ...CASE_LIST_QUERY, includeTestCases: optional(boolean(), false) },
    success: [200],
    answer: CaseList,
    refusals: { 400: ApiError },
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
} as const
