import type { ReferralCaseList } from '../../contract/shapes/index.ts'
import type { Lifecycle } from '../../contract/words/index.ts'
import { pageOf, pageRequest } from '../http/page.ts'
import type { Query } from '../http/query.ts'
import { sortOrder } from '../http/sort.ts'
import { jurisdictionOf } from '../jurisdictions/find.ts'
import type { CaseRecord } from '../store/case-record.ts'
import type { World } from '../store/world.ts'
import { referralCaseView } from '../views/referral-case-view.ts'
import { CASE_SORT_FIELDS } from './case-sort-fields.ts'
import { statusFilter } from './status-filter.ts'

/** How the summary groups lifecycles; all others are pending. */
const GROUPS: Partial<Record<Lifecycle, 'active' | 'closed' | 'paused'>> = {
  Active: 'active',
  Closed: 'closed',
  Merged: 'closed',
  Paused: 'paused',
}

type Keep = (record: CaseRecord) => boolean

const { datecreated, grossamount, duedate } = CASE_SORT_FIELDS
const SORT_FIELDS = { datecreated, grossamount, duedate }

/** A page of the cases of all clients, and sums over all that match. @see Referral Partner API, `GET /cases` */
export function referralCaseList(world: World, query: Query): ReferralCaseList {
  const request = pageRequest(query)
  const matching = clientCases(world, query.text('ExternalTenantId')).filter(caseFilter(world, query))
  const order = sortOrder(query.text('Sort'), SORT_FIELDS)
  // Newest first is how they come.
  const { page, items } = pageOf(order === undefined ? matching : matching.toSorted(order), request)
  return {
    page,
    cases: items.flatMap((record) => {
      const client = world.clients.byCreditor(record.accountId)
      return client === undefined ? [] : [referralCaseView(world, client, record)]
    }),
    summary: summaryOf(world, matching),
  }
}

/** The cases of one client, or of all, newest first. */
function clientCases(world: World, externalTenantId: string | undefined): CaseRecord[] {
  if (externalTenantId) {
    const client = world.clients.byTenant(externalTenantId)
    return client === undefined ? [] : [...world.cases.ofAccount(client.creditor.profile.id)]
  }
  return [...world.cases.all()]
    .filter(({ accountId }) => world.clients.byCreditor(accountId) !== undefined)
    .reverse()
}

function caseFilter(world: World, query: Query): Keep {
  const statuses = statusFilter(query.list('Statuses'), world.behaviours)
  const from = query.time('FromDate')
  const to = query.time('ToDate')
  const words = query.text('Query')?.trim().toLowerCase() ?? ''
  const partners = query.list('CollectionPartnerIds').map((id) => id.toLowerCase())
  const countries = query.list('CountryIds').map(Number)
  const hidesTests = world.behaviours.testCasesForReferralPartner === 'hide'
  return (record) =>
    (countries.length === 0 || countries.includes(jurisdictionOf(record.debtor)?.countryId ?? 0)) &&
    !(hidesTests && record.isTest) &&
    (statuses === undefined || statuses.has(record.lifecycle)) &&
    (from === undefined || record.dateCreated >= from) &&
    (to === undefined || record.dateCreated <= to) &&
    (partners.length === 0 || partners.includes(record.collectionPartnerId ?? '')) &&
    (words === '' ||
      [record.reference, record.creditorReference, record.debtor.name].some((text) =>
        text?.toLowerCase().includes(words),
      ))
}

function summaryOf(world: World, matching: readonly CaseRecord[]): ReferralCaseList['summary'] {
  const month = world.now().slice(0, 7)
  const byLifecycle = { active: 0, closed: 0, paused: 0, pending: 0 }
  let casesThisMonth = 0
  for (const { lifecycle, dateCreated } of matching) {
    byLifecycle[GROUPS[lifecycle] ?? 'pending'] += 1
    if (dateCreated.startsWith(month)) casesThisMonth += 1
  }
  return { totalCases: matching.length, casesThisMonth, byLifecycle }
}
