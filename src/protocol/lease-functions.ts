import type { Client } from '../contract/shapes/index.ts'
import type { ApiName } from '../contract/words/index.ts'
import type { Report } from './report.ts'
import type { RunAddress } from './run-address.ts'

/** A run that is open. */
export interface OpenedRun {
  readonly address: RunAddress
  /**
   * Keys of the sandbox that the run started, for the application under test. Empty where the author's own are used:
   * those are never passed on.
   */
  readonly sandboxKeys: Readonly<Partial<Record<ApiName, string>>>
}

/** What the runner's main process, which holds the lease, can ask of the steward. */
export type LeaseFunctions = {
  /** Starts the run. Called once, first; settings hold secrets, which is why they come this way. */
  open(settings: unknown): Promise<OpenedRun>
  /** All tests that ran so far are over, but more may come (watch mode). */
  closeScopes(): void
  /** All tests came to their end. Where the lease ends without, they were cut short. */
  testsOver(): void
}

/** What the steward can tell, or ask of, the runner's main process. */
export type OwnerFunctions = {
  /** How far the cleanup at the end of the run is. */
  progress(done: number, total: number): void
  /** The run is cleaned up; the steward exits after this. */
  report(report: Report): void
  /** Has a person or a script complete a client's onboarding. */
  completeOnboarding(url: string, client: Client): Promise<void>
}
