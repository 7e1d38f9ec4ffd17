import { notFound, refusal } from '../../http/refusal.ts'
import type { ClientRecord } from '../../store/client-record.ts'
import type { World } from '../../store/world.ts'

/** The referral partner's client; otherwise 404. `externalTenantId` is case-sensitive. */
export function ownClient(world: World, externalTenantId: string): ClientRecord {
  const client = world.clients.byTenant(externalTenantId)
  if (client === undefined) throw notFound('active client link with this externalTenantId')
  return client
}

/** Refuses what the production environment does not offer. @see docs.debitura.com/referral-partners/concepts/reset-test-clients */
export function refuseInProduction(world: World): void {
  if (world.debitura.settings.environment !== 'production') return
  throw refusal(403, 'TestEnvironmentOnly', 'Clients can be reset in the test environment only.')
}
