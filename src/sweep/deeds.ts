import { referralPartnerApi } from '../contract/index.ts'
import { DebituraApiError } from '../errors/index.ts'
import { caseApi } from '../steward/case-api.ts'
import { isClientGone } from '../steward/cleanup/delete-cases.ts'
import { freeAndDelete } from '../steward/cleanup/free-client.ts'
import { absentIsFine } from '../steward/cleanup/tools.ts'
import { tagOf } from '../steward/identity.ts'
import { webhookApi } from '../steward/webhook-api.ts'
import type { Deed } from './plan.ts'
import type { CaseRow } from './row.ts'
import type { SweepTools } from './tools.ts'

/** A row that could not be deleted, and why. */
export interface Failure {
  readonly id: string
  readonly error: unknown
}

type CaseDeed = Extract<Deed, { readonly kind: 'by-tag' | 'by-id' }>

/** Does one deed; returns what could not be deleted. What is gone already counts as deleted. */
export async function carryOut(
  deed: Deed,
  tools: SweepTools,
  signal: AbortSignal,
): Promise<readonly Failure[]> {
  try {
    switch (deed.kind) {
      case 'by-tag':
        return await deleteByTag(deed, tools, signal)
      case 'by-id':
        return await deleteById(deed, tools, signal)
      case 'client':
        await deleteClient(deed.rows[0].id, tools, signal)
        return []
      case 'webhook': {
        const [{ account, id }] = deed.rows
        const request = { parameters: { id }, lane: 'cleanup', signal } as const
        const operation = webhookApi(account).deleteWebhook
        await absentIsFine(operation, tools.accounts.call(account, operation, request))
        return []
      }
    }
  } catch (error) {
    return deed.rows.map(({ id }) => ({ id, error }))
  }
}

/** Debitura refuses with 400 where a real case bears the tag, and deletes nothing then. */
async function deleteByTag(
  deed: CaseDeed,
  tools: SweepTools,
  signal: AbortSignal,
): Promise<readonly Failure[]> {
  const { account, runId } = deed
  try {
    const query = { tag: tagOf(runId) }
    await tools.accounts.call(account, caseApi(account).deleteTestCasesByTag, {
      parameters: {},
      query,
      lane: 'cleanup',
      signal,
    })
    return []
  } catch (error) {
    if (isClientGone(error)) return []
    if (error instanceof DebituraApiError && error.status === 400) return deleteById(deed, tools, signal)
    throw error
  }
}

async function deleteById(
  { account, rows }: CaseDeed,
  { accounts }: SweepTools,
  signal: AbortSignal,
): Promise<readonly Failure[]> {
  const attempt = async ({ id }: CaseRow): Promise<Failure[]> => {
    try {
      const request = { parameters: { id }, lane: 'cleanup', signal } as const
      const operation = caseApi(account).deleteTestCase
      await absentIsFine(operation, accounts.call(account, operation, request))
      return []
    } catch (error) {
      return [{ id, error }]
    }
  }
  return (await Promise.all(rows.map(attempt))).flat()
}

async function deleteClient(externalTenantId: string, tools: SweepTools, signal: AbortSignal): Promise<void> {
  const deletion = freeAndDelete(externalTenantId, { ...tools, signal })
  await absentIsFine(referralPartnerApi.deleteClient, deletion)
  tools.tokens.forget(externalTenantId)
}
