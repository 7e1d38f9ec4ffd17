import { boolean, optional } from 'valibot'
import { Division, DivisionList, DivisionRequest } from '../../shapes/division.ts'
import { ApiError } from '../../shapes/error.ts'
import { int32 } from '../../shapes/field.ts'
import { operation } from '../operation.ts'

const archive = {
  method: 'POST',
  safety: 'once',
  success: [200],
  answer: Division,
  refusals: { 404: ApiError, 422: ApiError },
} as const

/** A creditor keeps its branches and departments. */
export const divisions = {
  createDivision: operation({
    method: 'POST',
    path: '/divisions',
    safety: 'keyed',
    body: DivisionRequest,
    success: [201],
    answer: Division,
    refusals: { 400: ApiError, 422: ApiError },
  }),
  listDivisions: operation({
    method: 'GET',
    path: '/divisions',
    safety: 'read',
    query: {
      page: optional(int32, 1),
      pageSize: optional(int32, 10),
      includeArchived: optional(boolean(), false),
    },
    success: [200],
    answer: DivisionList,
    refusals: {},
  }),
  getDivision: operation({
    method: 'GET',
    path: '/divisions/{id}',
    safety: 'read',
    success: [200],
    answer: Division,
    refusals: { 404: ApiError },
  }),
  updateDivision: operation({
    method: 'PUT',
    path: '/divisions/{id}',
    safety: 'idempotent',
    body: DivisionRequest,
    success: [200],
    answer: Division,
    refusals: { 400: ApiError, 404: ApiError },
  }),
  deleteDivision: operation({
    method: 'DELETE',
    path: '/divisions/{id}',
    safety: 'idempotent',
    success: [204],
    refusals: { 404: ApiError, 422: ApiError },
  }),
  archiveDivision: operation({ ...archive, path: '/divisions/{id}/archive' }),
  /** The same operation, published under a second path. */
  archiveDivisionByVerb: operation({ ...archive, path: '/divisions/{id}:archive' }),
} as const
