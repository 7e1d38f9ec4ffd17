import { referralPartnerApi } from '../../contract/index.ts'
import type { DebituraConnection, Redactor } from '../../debitura/index.ts'
import { Accounts } from '../accounts.ts'
import type { CleanupTools } from '../cleanup/tools.ts'
import { KeyedCalls } from '../keyed-calls.ts'
import { Tokens } from '../tokens.ts'
import type { Place } from './recovery.ts'

/** Who calls Debitura for a recovery. */
export interface Caller {
  readonly place: Place
  readonly connection: DebituraConnection
  readonly redactor: Redactor
}

/** What cleaning up after a dead run works with, besides what its journal says. */
export function recoveryTools({ place, connection, redactor }: Caller): Omit<CleanupTools, 'ledger' | 'tag'> {
  const keyed = new KeyedCalls(connection, place.keys)
  const tokens = new Tokens(
    (externalTenantId, { signal }) =>
      keyed.call(referralPartnerApi.createToken, {
        parameters: {},
        body: { externalTenantId },
        lane: 'cleanup',
        signal,
      }),
    Date.now,
    (token) => redactor.add(token),
    () => undefined,
  )
  return { keyed, tokens, accounts: new Accounts(connection, keyed, tokens) }
}
