import { array } from 'valibot'
import { Case } from '../../shapes/case.ts'
import { CaseFile } from '../../shapes/case-file.ts'
import { Timeline } from '../../shapes/case-history.ts'
import { Chat } from '../../shapes/chat.ts'
import { CreateManagedCaseRequest } from '../../shapes/create-case.ts'
import { ApiError, BusinessErrorResponse } from '../../shapes/error.ts'
import { CaseList } from '../../shapes/page.ts'
import { operation } from '../operation.ts'
import { CASE_LIST_QUERY } from '../paging.ts'

/** A managing partner submits cases for creditors of its own. */
export const managedCases = {
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
  getManagedTimeline: operation({
    method: 'GET',
    path: '/managed-cases/{id}/timeline',
    safety: 'read',
    success: [200],
    answer: Timeline,
    refusals: { 400: ApiError, 404: ApiError },
  }),
  listManagedFiles: operation({
    method: 'GET',
    path: '/managed-cases/{id}/files',
    safety: 'read',
    success: [200],
    answer: array(CaseFile),
    refusals: { 400: ApiError, 404: ApiError, 500: ApiError },
  }),
  listManagedChats: operation({
    method: 'GET',
    path: '/managed-cases/{id}/chats',
    safety: 'read',
    success: [200],
    answer: array(Chat),
    refusals: { 400: ApiError, 404: ApiError },
  }),
} as const
