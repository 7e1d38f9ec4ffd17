import type { ReferralCaseList } from '../../contract/shapes/index.ts'
import { pageOf, pageRequest } from '../http/page.ts'
import type { Query } from '../http/query.ts'
import { type SortKey, sortOrder } from '../http/sort.ts'
import { jurisdictionOf } from '../jurisdictions/find.ts'
import type { CaseRecord } from '../store/case-record.ts'
import type { ClientRecord } from '../store/client-record.ts'
import type { World } from '../store/world.ts'
import { referralCaseView } from '../views/referral-case-view.ts'
import { CASE_SORT_FIELDS } from './case-sort-fields.ts'
import { statusFilter } from './status-filter.ts'

const DEFAULT_PAGE_SIZE = 10

interface ClientCase {
  readonly client: ClientRecord
  readonly record: CaseRecord
}

const SORT_FIELDS: Readonly<Record<string, SortKey<ClientCase>>> = Object.fromEntries(
  ['datecreated', 'grossamount', 'duedate'].map((field) => [
    field,
    ({ record }: ClientCase) => CASE_SORT_FIELDS[field]?.(record) ?? null,
  ]),
)

/** A page of the cases of all clients, and sums over all that match. @see Referral Partner API, `GET /cases` */
export function referralCaseList(world: World, query: Query): ReferralCaseList {
  const request = pageRequest(query, DEFAULT_PAGE_SIZE)
  const matching = [...clientCases(world, query.text('ExternalTenantId'))].filter(caseFilter(world, query))
  const order = sortOrder(query.text('Sort'), SORT_FIELDS) ?? sortOrder('DateCreated:desc', SORT_FIELDS)
  const { page, items } = pageOf(matching.sort(order), request)
  return {
    page,
    cases: items.map(({ client, record }) => referralCaseView(world, client, record)),
    summary: summaryOf(world, matching),
  }
}

function* clientCases(world: World, externalTenantId: string | undefined): Generator<ClientCase, void> {
  for (const client of world.clients.all()) {
    if (externalTenantId && client.externalTenantId !== externalTenantId) continue
    for (const record of world.cases.ofAccount(client.creditor.profile.id)) yield { client, record }
  }
}

function caseFilter(world: World, query: Query): (one: ClientCase) => boolean {
  const statuses = statusFilter(query.list('Statuses'), world.behaviours)
  const from = query.time('FromDate')
  const to = query.time('ToDate')
  const words = query.text('Query')?.trim().toLowerCase() ?? ''
  const partners = query.list('CollectionPartnerIds').map((id) => id.toLowerCase())
  const countries = query.list('CountryIds').map(Number)
  const hidesTests = world.behaviours.testCasesForReferralPartner === 'hide'
  return ({ record }) =>
    (countries.length === 0 || countries.includes(jurisdictionOf(record.debtor)?.countryId ?? 0)) &&
    !(hidesTests && record.isTest) &&
    (statuses === undefined || statuses.has(record.lifecycle)) &&
    (from === undefined || record.dateCreated >= from) &&
    (to === undefined || record.dateCreated <= to) &&
    (partners.length === 0 || partners.includes(record.collectionPartnerId ?? '')) &&
    [record.reference, record.creditorReference, record.debtor.name].some(
      (text) => words === '' || text?.toLowerCase().includes(words),
    )
}

function summaryOf(world: World, matching: readonly ClientCase[]): ReferralCaseList['summary'] {
  const month = world.now().slice(0, 7)
  const count = (test: (record: CaseRecord) => boolean) =>
    matching.filter(({ record }) => test(record)).length
  const active = count(({ lifecycle }) => lifecycle === 'Active')
  const closed = count(({ lifecycle }) => lifecycle === 'Closed' || lifecycle === 'Merged')
  const paused = count(({ lifecycle }) => lifecycle === 'Paused')
  return {
    totalCases: matching.length,
    casesThisMonth: count(({ dateCreated }) => dateCreated.startsWith(month)),
    byLifecycle: { active, closed, paused, pending: matching.length - active - closed - paused },
  }
}
