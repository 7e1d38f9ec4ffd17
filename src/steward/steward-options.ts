import type { ApiName } from '../contract/index.ts'
import type { DebituraConnection, Redactor } from '../debitura/index.ts'
import type { RunIdentity } from './identity.ts'
import type { Journal } from './journal/journal.ts'
import type { Onboarding } from './onboarding/onboarding.ts'
import type { MovableClock } from './sandbox-clock.ts'
import type { RunSettings } from './settings.ts'

/** What a steward works with. */
export interface StewardOptions {
  readonly identity: RunIdentity
  readonly settings: RunSettings
  /** Keys of the APIs: the author's, or those of the sandbox. */
  readonly keys: Readonly<Partial<Record<ApiName, string>>>
  readonly connection: DebituraConnection
  readonly redactor: Redactor
  readonly journal: Journal
  readonly onboarding: Onboarding
  /** Debitura's clock, as far as it can be moved. */
  readonly clock: MovableClock
  /** Milliseconds since the epoch. @default Date.now */
  readonly now?: (() => number) | undefined
}
