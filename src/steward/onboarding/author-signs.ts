import type { Client } from '../../contract/index.ts'
import { DebituraTestkitError } from '../../errors/index.ts'
import type { DebituraOptions, OnboardingRequest } from '../options.ts'
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

/**
 * Calls the author's hook, if there is one.
 * @throws DebituraTestkitError `DBT_ONBOARDING` with what the hook threw: it is the author's, and no fault of the kit.
 */
export async function callAuthor(
  completeOnboarding: DebituraOptions['completeOnboarding'],
  request: OnboardingRequest,
): Promise<void> {
  try {
    await completeOnboarding?.(request)
  } catch (cause) {
    if (cause instanceof DebituraTestkitError) throw cause
    throw new DebituraTestkitError({
      code: 'DBT_ONBOARDING',
      what: `Failed to onboard client ${request.client.externalTenantId}`,
      why: `\`completeOnboarding\` failed: ${cause instanceof Error ? cause.message : String(cause)}`,
      todo: 'Correct it where the kit is configured',
      cause,
    })
  }
}
