import type { ClientList } from '../../contract/shapes/index.ts'
import { LONG_PAGE_SIZE, pageOf, pageRequest } from '../http/page.ts'
import type { Query } from '../http/query.ts'
import { type SortKey, sortOrder } from '../http/sort.ts'
import type { ClientRecord } from '../store/client-record.ts'
import type { World } from '../store/world.ts'
import { clientView } from '../views/client-view.ts'
import { readStyle } from '../views/timestamp.ts'

const SORT_FIELDS: Readonly<Record<string, SortKey<ClientRecord>>> = {
  datecreated: ({ dateLinked, sequence }) => `${dateLinked} ${String(sequence).padStart(12, '0')}`,
  name: ({ creditor }) => (creditor.profile.companyName ?? '').toLowerCase(),
}

/** A page of the referral partner's clients, and sums over all that match. @see Referral Partner API, `GET /clients` */
export function clientList(world: World, query: Query): ClientList {
  const request = pageRequest(query, LONG_PAGE_SIZE)
  const matching = [...world.clients.all()].filter(clientFilter(query))
  const order = sortOrder(query.text('Sort'), SORT_FIELDS) ?? sortOrder('dateCreated:desc', SORT_FIELDS)
  const { page, items } = pageOf(matching.sort(order), request)
  const style = readStyle(world)
  const complete = matching.filter(({ creditor }) => creditor.signed).length
  return {
    page,
    summary: {
      totalClients: matching.length,
      attributedClients: matching.filter(({ isAttributed }) => isAttributed).length,
      onboardingComplete: complete,
      onboardingPending: matching.length - complete,
      totalCases: matching.reduce((sum, { creditor }) => sum + world.cases.countOf(creditor.profile.id), 0),
    },
    clients: items.map((client) => clientView(world, client, style)),
  }
}

function clientFilter(query: Query): (client: ClientRecord) => boolean {
  const tenant = query.text('ExternalTenantId') || undefined
  const attributed = query.flag('IsAttributedClient')
  const onboarded = query.flag('OnboardingDone')
  const from = query.time('DateCreatedFrom')
  const to = query.time('DateCreatedTo')
  const words = query.text('Query')?.trim().toLowerCase() ?? ''
  return ({ externalTenantId, creditor, dateLinked, isAttributed }) =>
    (tenant === undefined || externalTenantId === tenant) &&
    (attributed === undefined || isAttributed === attributed) &&
    (onboarded === undefined || creditor.signed === onboarded) &&
    (from === undefined || dateLinked >= from) &&
    (to === undefined || dateLinked <= to) &&
    [
      creditor.profile.companyName,
      creditor.profile.officeEmail,
      creditor.profile.companyRegistrationNumber,
    ].some((text) => words === '' || text?.toLowerCase().includes(words))
}
