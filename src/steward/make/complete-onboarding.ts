import { setTimeout as pause } from 'node:timers/promises'
import { type Client, referralPartnerApi } from '../../contract/index.ts'
import { DebituraTestkitError } from '../../errors/index.ts'
import type { MakeTools } from './tools.ts'

/** How long Debitura may take to show a signature, in milliseconds, and how often to look. */
const SHOWN_WITHIN_MS = 30_000
const LOOK_AGAIN_MS = 250

/** Has a client's contract signed, and waits until Debitura shows it. */
export async function completeOnboarding({ onboarding, keyed }: MakeTools, client: Client): Promise<Client> {
  if (client.onboardingDone) return client
  const { externalTenantId } = client
  const url = client.onboardingLinks?.url
  if (!url) throw notOnboarded(externalTenantId, 'Debitura gave no link to its onboarding page')
  await onboarding.complete(url, client)
  const deadline = Date.now() + SHOWN_WITHIN_MS
  for (;;) {
    const latest = await keyed.call(referralPartnerApi.getClient, { parameters: { externalTenantId } })
    if (latest.onboardingDone) return latest
    if (Date.now() > deadline) throw notOnboarded(externalTenantId, 'Debitura does not show a signature')
    await pause(LOOK_AGAIN_MS)
  }
}

function notOnboarded(externalTenantId: string, why: string): DebituraTestkitError {
  return new DebituraTestkitError({
    code: 'DBT_ONBOARDING',
    what: `Failed to onboard client ${externalTenantId}`,
    why,
    todo: 'Check what `completeOnboarding` does, and open the link yourself to see what is missing',
  })
}
