import {
  collectionPartnerApi,
  customerApi,
  PAGE_SIZE_MAX,
  type Page,
  referralPartnerApi,
} from '../contract/index.ts'
import { COLLECTION_PARTNER } from '../protocol/index.ts'
import { webhookApi } from '../steward/webhook-api.ts'
import type { Place } from './place.ts'
import { caseRow, clientRow, type Row, webhookRow } from './row.ts'
import type { SweepTools } from './tools.ts'

/** A page of a list: what is on it, and how many pages there are. */
export interface ListedPage {
  readonly rows: readonly Row[]
  readonly pages: number
}

/**
 * Lists one page of a place, oldest first: what is made or deleted meanwhile is young, comes last, and moves none of the
 * pages that matter.
 */
export async function listPage(
  { keyed, accounts }: SweepTools,
  place: Place,
  page: number,
): Promise<ListedPage> {
  const request = { parameters: {}, lane: 'cleanup' } as const
  const query = { Page: page, PageSize: PAGE_SIZE_MAX, Sort: 'DateCreated:asc' }
  switch (place.list) {
    case 'webhooks': {
      const { account } = place
      const listed = await accounts.call(account, webhookApi(account).listWebhooks, request)
      return { rows: listed.map((one) => webhookRow(one, account)), pages: 1 }
    }
    case 'clients': {
      const listed = await keyed.call(referralPartnerApi.listClients, { ...request, query })
      return { rows: (listed.clients ?? []).map(clientRow), pages: pagesOf(listed.page) }
    }
    case 'collected': {
      const withTests = { ...query, includeTestCases: true }
      const listed = await keyed.call(collectionPartnerApi.listCases, { ...request, query: withTests })
      return { rows: (listed.cases ?? []).map((one) => caseRow(one, undefined)), pages: pagesOf(listed.page) }
    }
    case 'cases': {
      const { account } = place
      const listed =
        account.kind === COLLECTION_PARTNER.kind
          ? await keyed.call(collectionPartnerApi.listManagedCases, { ...request, query })
          : await accounts.call(account, customerApi.listCases, { ...request, query })
      return { rows: (listed.cases ?? []).map((one) => caseRow(one, account)), pages: pagesOf(listed.page) }
    }
  }
}

/** A list without anything has a page all the same: somebody has to ask. */
const pagesOf = ({ totalPages }: Page): number => Math.max(1, totalPages)
