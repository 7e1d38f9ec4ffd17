import type { Scope } from '../protocol/index.ts'
import type { StewardClient } from './steward-client.ts'

/** What every handle works with: the way to the steward, and the scope that it makes things for. */
export interface Context {
  readonly steward: StewardClient
  readonly scope: Scope
}
