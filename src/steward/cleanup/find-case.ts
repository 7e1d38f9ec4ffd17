import { type Case, collectionPartnerApi, customerApi, PAGE_SIZE_MAX } from '../../contract/index.ts'
import { DebituraApiError } from '../../errors/index.ts'
import type { CaseResource } from '../resource.ts'
import type { CleanupTools } from './tools.ts'

/** How many of an account's newest cases are looked through, in pages: more than other users make during one run. */
const PAGES = 10

/** Finds a case whose id was never learned, by its marker; `undefined` where there is none. */
export async function findCase(
  resource: CaseResource,
  tools: CleanupTools,
  signal: AbortSignal,
): Promise<string | undefined> {
  return (await byReference(resource, tools, signal)) ?? (await inList(resource, tools, signal))
}

/** The marker is the case's reference, unless its author gave one. The Collection Partner API has no such look-up. */
async function byReference(
  { account, key }: CaseResource,
  { accounts }: CleanupTools,
  signal: AbortSignal,
): Promise<string | undefined> {
  if (account.kind === 'collection-partner') return undefined
  const request = { parameters: { creditorReference: key }, lane: 'cleanup', signal } as const
  try {
    return (await accounts.call(account, customerApi.getCaseByCreditorReference, request)).id
  } catch (error) {
    if (error instanceof DebituraApiError && error.status === 404) return undefined
    throw error
  }
}

async function inList(
  { account, key }: CaseResource,
  { accounts }: CleanupTools,
  signal: AbortSignal,
): Promise<string | undefined> {
  const list =
    account.kind === 'collection-partner' ? collectionPartnerApi.listManagedCases : customerApi.listCases
  for (let page = 1; page <= PAGES; page++) {
    const query = { Page: page, PageSize: PAGE_SIZE_MAX, Sort: 'DateCreated:desc' }
    const answer = await accounts.call(account, list, { parameters: {}, query, lane: 'cleanup', signal })
    const found = answer.cases?.find((one) => bears(one, key))
    if (found) return found.id
    if (page >= answer.page.totalPages) return undefined
  }
  return undefined
}

function bears({ creditorReference, creditorComments }: Case, marker: string): boolean {
  return creditorReference === marker || creditorComments?.split('\n').at(-1) === marker
}
