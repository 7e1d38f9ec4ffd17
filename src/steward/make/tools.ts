import type { Accounts } from '../accounts.ts'
import type { RunIdentity } from '../identity.ts'
import type { KeyedCalls } from '../keyed-calls.ts'
import type { Ledger } from '../ledger.ts'
import type { Onboarding } from '../onboarding/onboarding.ts'
import type { RunSettings } from '../settings.ts'

/** What making something works with. */
export interface MakeTools {
  readonly identity: RunIdentity
  readonly settings: RunSettings
  readonly ledger: Ledger
  readonly keyed: KeyedCalls
  readonly accounts: Accounts
  readonly onboarding: Onboarding
  /** Stops the run: something was made that the run must not make. */
  readonly halt: (reason: Error) => void
}
