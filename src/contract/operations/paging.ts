import { array, optional, string } from 'valibot'
import { int32, uuid } from '../shapes/field.ts'

/** Query parameters of a list that comes in pages. @see docs.debitura.com/developer-concepts/pagination */
export const PAGE_QUERY = { Page: optional(int32), PageSize: optional(int32) } as const

/** Query parameters of the lists of cases, on the Customer and the Collection Partner API. */
export const CASE_LIST_QUERY = {
  ...PAGE_QUERY,
  DebtorIds: optional(array(uuid)),
  Ids: optional(array(uuid)),
  Statuses: optional(array(string())),
  DivisionIds: optional(array(uuid)),
  Sort: optional(string()),
} as const
