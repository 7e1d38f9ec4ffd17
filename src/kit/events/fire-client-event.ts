import type { TriggerWebhookResult } from '../../contract/shapes/index.ts'
import type { ClientEvent } from '../../contract/words/index.ts'
import type { Context } from '../context.ts'
import { invalid } from '../invalid.ts'
import { assertHeard, refusedFire } from './fire.ts'

/**
 * Events about a client that can be fired.
 * @see docs.debitura.com/referral-partners/integration-guides/trigger-test-webhooks
 */
const FIRED = [
  'client.onboarding.poa_signed',
  'client.onboarding.contract_signed',
  'client.linked',
  'client.link_declined',
  'client.link_requested',
  'client.link_expired',
] as const satisfies readonly ClientEvent[]

/** An event about a client that can be fired. */
export type FiredClientEvent = (typeof FIRED)[number]

/** Has Debitura send an event about a client. */
export async function fireClientEvent(
  { steward }: Context,
  externalTenantId: string,
  event: FiredClientEvent,
): Promise<TriggerWebhookResult> {
  const what = `Failed to fire ${String(event)} of client ${externalTenantId}`
  if (!FIRED.includes(event)) {
    throw invalid(what, 'it is no event about a client that can be fired', `Use one of ${FIRED.join(', ')}`)
  }
  const fired = steward.call('fireClientEvent', externalTenantId, event)
  const result = await fired.catch((error: unknown) => {
    throw refusedFire(error, what)
  })
  return assertHeard(result, { what, api: 'referral-partner', why: async () => [] })
}
