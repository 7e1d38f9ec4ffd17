import { array, maxValue, minValue, optional, pipe, string } from 'valibot'
import { int32, uuid } from '../shapes/field.ts'
import { PAGE_SIZE_MAX } from '../words/limits.ts'

const INT32_MAX = 2_147_483_647

/** Query parameters of a list that comes in pages. @see docs.debitura.com/developer-concepts/pagination */
export const PAGE_QUERY = { Page: optional(int32), PageSize: optional(int32) } as const

/** The same, where the limits are published too. @see Referral Partner API, `GET /cases` */
export const BOUNDED_PAGE_QUERY = {
  Page: optional(pipe(int32, minValue(1), maxValue(INT32_MAX))),
  PageSize: optional(pipe(int32, minValue(1), maxValue(PAGE_SIZE_MAX))),
} as const

/** Query parameters of the lists of cases, on the Customer and the Collection Partner API. */
export const CASE_LIST_QUERY = {
  ...PAGE_QUERY,
  DebtorIds: optional(array(uuid)),
  Ids: optional(array(uuid)),
  Statuses: optional(array(string())),
  DivisionIds: optional(array(uuid)),
  Sort: optional(string()),
} as const
