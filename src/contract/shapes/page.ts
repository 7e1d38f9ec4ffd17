import * as v from 'valibot'
import { Case } from './case.ts'
import { int32 } from './field.ts'

/**
 * Where a list stands. The guide calls this `pageData`; every published contract calls it `page`.
 * @see docs.debitura.com/developer-concepts/pagination
 */
export const Page = v.object({
  totalResults: int32,
  pageSize: int32,
  currentPage: int32,
  responseCount: int32,
  totalPages: int32,
})
/** Where a list stands. */
export type Page = v.InferOutput<typeof Page>

/** A page of cases. */
export const CaseList = v.object({ page: Page, cases: v.nullish(v.array(Case), []) })
/** A page of cases. */
export type CaseList = v.InferOutput<typeof CaseList>
