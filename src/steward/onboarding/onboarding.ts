import type { Client } from '../../contract/index.ts'

/** Who completes a client's onboarding: Debitura has no API that signs the contract. */
export interface Onboarding {
  /** Refuses before anything is made, where nobody could sign. */
  assertPossible(): void
  /** Has the contract signed. Resolves once that was done; Debitura may take a moment longer to show it. */
  complete(url: string, client: Client): Promise<void>
}
