import type { DebituraConnection } from '../debitura/index.ts'
import type { Accounts } from '../steward/accounts.ts'
import type { KeyedCalls } from '../steward/keyed-calls.ts'
import { type Caller, recoveryTools } from '../steward/recovery/recovery-tools.ts'
import type { Tokens } from '../steward/tokens.ts'

/** What a sweep calls Debitura with. */
export interface SweepTools {
  readonly connection: DebituraConnection
  readonly keyed: KeyedCalls
  readonly accounts: Accounts
  readonly tokens: Tokens
  /** Clients that a token was asked for: the next call for one needs none. */
  readonly minted: Set<string>
}

/** Makes the tools of a sweep. */
export function sweepTools(caller: Caller): SweepTools {
  const { connection, place, redactor } = caller
  for (const key of Object.values(place.keys)) redactor.add(key)
  // Nothing else goes on: cleanup may use every connection.
  connection.widen()
  return { connection, minted: new Set(), ...recoveryTools(caller) }
}
