import type { TriggerWebhookResult } from '../../contract/shapes/index.ts'
import { type ClientEvent, REFERRAL_PARTNER_EVENTS } from '../../contract/words/index.ts'
import type { Context } from '../context.ts'
import { invalid } from '../invalid.ts'
import { assertHeard, refusedFire } from './fire.ts'

/** An event about a client that can be fired. */
export type FiredClientEvent = Extract<ClientEvent, `client.${string}`>

/** @see docs.debitura.com/referral-partners/integration-guides/trigger-test-webhooks */
const FIRED = REFERRAL_PARTNER_EVENTS.filter((event): event is FiredClientEvent =>
  event.startsWith('client.'),
)

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
