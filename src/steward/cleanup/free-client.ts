import {
  blockerKind,
  customerApi,
  type Deletable,
  PAGE_SIZE_MAX,
  referralPartnerApi,
} from '../../contract/index.ts'
import type { Account } from '../../protocol/index.ts'
import type { Accounts } from '../accounts.ts'
import type { KeyedCalls } from '../keyed-calls.ts'
import { blockedClient } from './advice.ts'

/** Enough for cases that were made while the others were being closed; a client that needs more has another problem. */
const ROUNDS = 3

/** What it takes to look after a client. */
export interface ClientCare {
  readonly keyed: KeyedCalls
  readonly accounts: Accounts
  readonly signal: AbortSignal
}

/**
 * Asks whether a client can be deleted, and closes the test cases that stand in the way. Other blockers are Debitura's
 * to lift: they are returned as they are.
 * @see docs.debitura.com/referral-partners/concepts/reset-test-clients
 */
async function freeClient(externalTenantId: string, care: ClientCare): Promise<Deletable> {
  const ask = () =>
    care.keyed.call(referralPartnerApi.isClientDeletable, {
      parameters: { externalTenantId },
      lane: 'cleanup',
      signal: care.signal,
    })
  let answer = await ask()
  for (let round = 0; round < ROUNDS && blockedByCase(answer); round++) {
    if ((await closeTestCases(externalTenantId, care)) === 0) return answer
    answer = await ask()
  }
  return answer
}

/**
 * Deletes a client, once nothing blocks it any more.
 * @throws DebituraTestkitError `DBT_CLIENT_BLOCKED` with Debitura's reason
 */
export async function freeAndDelete(externalTenantId: string, care: ClientCare): Promise<void> {
  const { isDeletable, blockers } = await freeClient(externalTenantId, care)
  if (!isDeletable) throw blockedClient(externalTenantId, blockers ?? [])
  await care.keyed.call(referralPartnerApi.deleteClient, {
    parameters: { externalTenantId },
    lane: 'cleanup',
    signal: care.signal,
  })
}

function blockedByCase({ isDeletable, blockers }: Deletable): boolean {
  return !isDeletable && (blockers ?? []).some((text) => blockerKind(text) === 'activeCase')
}

/** Closes a page of a client's open test cases; returns how many were closed or deleted. */
async function closeTestCases(externalTenantId: string, { accounts, signal }: ClientCare): Promise<number> {
  const account: Account = { kind: 'client', externalTenantId }
  const { cases } = await accounts.call(account, customerApi.listCases, {
    parameters: {},
    query: { Statuses: ['Active', 'Paused'], PageSize: PAGE_SIZE_MAX },
    lane: 'cleanup',
    signal,
  })
  const open = (cases ?? []).filter(({ isTestCase }) => isTestCase)
  const close = async (id: string) => {
    const request = { parameters: { id }, lane: 'cleanup', signal } as const
    try {
      await accounts.call(account, customerApi.advanceTestCase, {
        ...request,
        body: { to: 'Closed:NoPayment' },
      })
    } catch {
      // A case that cannot be closed this way (paused, say) can still be deleted; if that fails too, that is the error.
      await accounts.call(account, customerApi.deleteTestCase, request)
    }
  }
  await Promise.all(open.map(({ id }) => close(id)))
  return open.length
}
