import type { Page } from '../../contract/shapes/index.ts'
import { PAGE_SIZE_MAX } from '../../contract/words/index.ts'
import type { Query } from './query.ts'

/** Largest page number that still counts things below 2^31. */
const PAGE_MAX = 20_000_000

/** Things on a page, where a request does not say. */
const PAGE_SIZE = 10

/** The same for lists of people and of clients, which are longer. */
export const LONG_PAGE_SIZE = 50

/** Which page was asked for. */
interface PageRequest {
  readonly page: number
  readonly pageSize: number
}

/** Reads `Page` and `PageSize`; out of range is a 400. @see docs.debitura.com/developer-concepts/pagination */
export function pageRequest(query: Query, defaultSize: number = PAGE_SIZE): PageRequest {
  return {
    page: query.integer('Page', 1, { min: 1, max: PAGE_MAX }),
    pageSize: query.integer('PageSize', defaultSize, { min: 1, max: PAGE_SIZE_MAX }),
  }
}

/**
 * One page of the things that come in order, without keeping the others.
 * @param total - how many there are, where that is known without counting
 */
export function pageOf<Thing>(
  things: Iterable<Thing>,
  { page, pageSize }: PageRequest,
  total?: number,
): { readonly page: Page; readonly items: Thing[] } {
  const first = (page - 1) * pageSize
  const items: Thing[] = []
  let seen = 0
  for (const thing of things) {
    if (seen >= first && items.length < pageSize) items.push(thing)
    seen += 1
    if (total !== undefined && items.length === pageSize) break
  }
  const totalResults = total ?? seen
  return {
    items,
    page: {
      totalResults,
      pageSize,
      currentPage: page,
      responseCount: items.length,
      totalPages: Math.ceil(totalResults / pageSize),
    },
  }
}
