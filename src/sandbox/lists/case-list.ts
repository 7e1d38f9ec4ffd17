import type { CaseList } from '../../contract/shapes/index.ts'
import { pageOf, pageRequest } from '../http/page.ts'
import type { Query } from '../http/query.ts'
import { sortOrder } from '../http/sort.ts'
import type { CaseRecord } from '../store/case-record.ts'
import type { World } from '../store/world.ts'
import { caseView } from '../views/case-view.ts'
import { readStyle } from '../views/timestamp.ts'
import { CASE_SORT_FIELDS } from './case-sort-fields.ts'
import { statusFilter } from './status-filter.ts'

/** Cases to list, newest first. */
interface CaseSource {
  readonly cases: Iterable<CaseRecord>
  /** How many there are, where that is known without counting. */
  readonly total?: number
}

/** A page of cases, filtered and sorted as the query says. @see Customer API, `GET /cases` */
export function caseList(world: World, query: Query, { cases, total }: CaseSource): CaseList {
  const request = pageRequest(query)
  const keep = caseFilter(world, query)
  const kept = keep === undefined ? cases : filtered(cases, keep)
  const { page, items } = pageOf(
    inOrder(kept, query.text('Sort'), total !== undefined),
    request,
    keep ? undefined : total,
  )
  const style = readStyle(world)
  return { page, cases: items.map((record) => caseView(world, record, style)) }
}

/**
 * Newest first is how they come, so without an order of the caller's nothing is sorted, nor even read to the end. An
 * account's own cases come as they were made: whoever reads all of them oldest first, page by page, need not wait for a
 * sort each time.
 */
function inOrder(
  cases: Iterable<CaseRecord>,
  sort: string | undefined,
  asMade: boolean,
): Iterable<CaseRecord> {
  if (asMade && /^datecreated(:asc)?$/i.test(sort ?? '')) return [...cases].reverse()
  const order = sortOrder(sort, CASE_SORT_FIELDS)
  return order === undefined ? cases : [...cases].sort(order)
}

type Keep = (record: CaseRecord) => boolean

function caseFilter(world: World, query: Query): Keep | undefined {
  const filters: Keep[] = []
  const statuses = statusFilter(query.list('Statuses'), world.behaviours)
  if (statuses !== undefined) filters.push(({ lifecycle }) => statuses.has(lifecycle))
  const ids = query.list('Ids').map((id) => id.toLowerCase())
  if (ids.length > 0) filters.push(({ id }) => ids.includes(id))
  const divisions = query.list('DivisionIds').map((id) => id.toLowerCase())
  if (divisions.length > 0) filters.push(({ division }) => divisions.includes(division?.id ?? ''))
  // No case says its debtor's id: a filter by it lets nothing through.
  if (query.list('DebtorIds').length > 0) filters.push(() => false)
  return filters.length === 0 ? undefined : (record) => filters.every((keep) => keep(record))
}

/** The cases that pass, one at a time. */
export function* filtered(cases: Iterable<CaseRecord>, keep: Keep): Generator<CaseRecord, void> {
  for (const record of cases) if (keep(record)) yield record
}
