import {
  type ApiName,
  collectionPartnerApi,
  customerApi,
  type Operation,
  PAGE_SIZE_MAX,
  referralPartnerApi,
  utc,
} from '../../contract/index.ts'
import {
  type Account,
  COLLECTION_PARTNER,
  CREDITOR,
  type Leftover,
  REFERRAL_PARTNER,
} from '../../protocol/index.ts'
import type { RunId } from '../identity.ts'
import { type Listed, runOf } from '../is-ours.ts'
import type { CallWithout, KeyedCalls } from '../keyed-calls.ts'
import { webhookApi, webhookApiName } from '../webhook-api.ts'

/** How far Debitura's clock may be behind ours, in milliseconds. */
const CLOCK_SKEW_MS = 300_000

/** What to verify. */
export interface Verification {
  readonly runId: RunId
  /** APIs that there is a key for. */
  readonly apis: readonly ApiName[]
  /** When the run started, in milliseconds since the epoch: nothing of it is older. */
  readonly startedAt: number
  readonly keyed: KeyedCalls
  readonly signal: AbortSignal
}

interface Page {
  readonly rows: readonly (Listed & { readonly id?: string; readonly dateCreated?: string })[]
  readonly last: boolean
}

/**
 * Lists what Debitura has, newest first and as far back as the run goes, and returns what still bears its marker. A
 * client's own cases go with the client.
 */
export async function verify(verification: Verification): Promise<readonly Leftover[]> {
  const { apis } = verification
  const found = await Promise.all([
    apis.includes('customer')
      ? search('case', verification, caseLister(customerApi.listCases, verification))
      : [],
    ...[CREDITOR, COLLECTION_PARTNER, REFERRAL_PARTNER]
      .filter((account) => apis.includes(webhookApiName(account)))
      .map((account) => search('webhook', verification, webhookLister(account, verification))),
    apis.includes('collection-partner')
      ? search('case', verification, caseLister(collectionPartnerApi.listManagedCases, verification))
      : [],
    apis.includes('referral-partner') ? search('client', verification, clientLister(verification)) : [],
  ])
  return found.flat()
}

type Lister = (page: number) => Promise<Page>

async function search(
  kind: Leftover['kind'],
  { runId, startedAt }: Verification,
  list: Lister,
): Promise<Leftover[]> {
  const left: Leftover[] = []
  for (let page = 1; ; page++) {
    const { rows, last } = await list(page)
    for (const row of rows.filter((listed) => runOf(listed) === runId)) {
      left.push({
        kind,
        id: row.externalTenantId ?? row.id ?? '',
        reason: 'Debitura still lists it after it was deleted',
        todo: 'Look at it in Debitura, and delete it by hand',
      })
    }
    const oldest = rows.at(-1)?.dateCreated
    if (last || (oldest !== undefined && utc(oldest) < startedAt - CLOCK_SKEW_MS)) return left
  }
}

function caseLister(
  operation: typeof customerApi.listCases | typeof collectionPartnerApi.listManagedCases,
  { keyed, signal }: Verification,
): Lister {
  return async (page) => {
    const query = { Page: page, PageSize: PAGE_SIZE_MAX, Sort: 'DateCreated:desc' }
    const answer = await keyed.call(operation, { ...cleanup(signal), query })
    return { rows: answer.cases ?? [], last: page >= answer.page.totalPages }
  }
}

function clientLister({ keyed, signal, startedAt }: Verification): Lister {
  return async (page) => {
    const DateCreatedFrom = new Date(startedAt - CLOCK_SKEW_MS).toISOString()
    const query = { Page: page, PageSize: PAGE_SIZE_MAX, Sort: 'dateCreated:desc', DateCreatedFrom }
    const answer = await keyed.call(referralPartnerApi.listClients, { ...cleanup(signal), query })
    return { rows: answer.clients ?? [], last: page >= answer.page.totalPages }
  }
}

function webhookLister(account: Account, { keyed, signal }: Verification): Lister {
  const { listWebhooks } = webhookApi(account)
  return async () => ({ rows: await keyed.call(listWebhooks, cleanup(signal)), last: true })
}

function cleanup(
  signal: AbortSignal,
): Pick<CallWithout<Operation>, 'lane' | 'signal'> & { readonly parameters: object } {
  return { parameters: {}, lane: 'cleanup', signal }
}
