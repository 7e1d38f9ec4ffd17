import type { Client } from '../../contract/index.ts'
import type { Onboarding } from './onboarding.ts'

/** The author's `completeOnboarding` hook signs. It runs in the runner's main process, where the author wrote it. */
export function authorSigns(ask: (url: string, client: Client) => Promise<void>): Onboarding {
  return {
    assertPossible() {
      // The hook decides.
    },
    complete: ask,
  }
}
