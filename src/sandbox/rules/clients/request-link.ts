import { randomBytes } from 'node:crypto'
import type { CreateClientRequest } from '../../../contract/shapes/index.ts'
import { DAY_MS } from '../../clock/duration.ts'
import type { Creditor } from '../../store/creditor.ts'
import type { LinkRequest } from '../../store/link-table.ts'
import type { World } from '../../store/world.ts'
import { announceClient } from '../../webhooks/announce-client.ts'
import { accountById } from './known-account.ts'

/** Asks an account's owner for a link, or asks anew: an earlier request of the same tenant is good no more. */
export function requestLink(
  world: World,
  creditor: Creditor,
  { externalTenantId, cases }: CreateClientRequest,
): LinkRequest {
  const at = world.clock.milliseconds() + world.debitura.settings.approvalTtlDays * DAY_MS
  const request: LinkRequest = {
    externalTenantId,
    token: randomBytes(24).toString('base64url'),
    creditorId: creditor.profile.id,
    expires: new Date(at).toISOString(),
    status: 'pending',
    cases: cases ?? [],
  }
  const crowdedOut = world.links.add(request)
  // Its page is gone, so nobody can decide on it any more.
  if (crowdedOut !== undefined) end(world, crowdedOut, 'expired', 'client.link_expired')
  world.agenda.add({ at, kind: 'link-expiry', id: externalTenantId })
  tell(world, creditor, request, 'client.link_requested')
  return request
}

/** Declines a link: nothing becomes of it, and of the cases that came with it. */
export function declineLink(world: World, request: LinkRequest): void {
  end(world, request, 'declined', 'client.link_declined')
}

/** Ends a request that nobody decided on in time. */
export function expireLink(world: World, externalTenantId: string): void {
  const request = world.links.byTenant(externalTenantId)
  if (request !== undefined) end(world, request, 'expired', 'client.link_expired')
}

/** Forgets what a tenant asked for. */
export function dropLinkRequest(world: World, externalTenantId: string): void {
  world.links.delete(externalTenantId)
  world.agenda.cancel('link-expiry', externalTenantId)
}

/** Forgets all that an account was asked for. */
export function dropLinkRequestsTo(world: World, creditorId: string): void {
  for (const { externalTenantId } of world.links.toCreditor(creditorId))
    dropLinkRequest(world, externalTenantId)
}

function end(
  world: World,
  request: LinkRequest,
  status: 'declined' | 'expired',
  event: 'client.link_declined' | 'client.link_expired',
): void {
  if (request.status !== 'pending') return
  request.status = status
  world.agenda.cancel('link-expiry', request.externalTenantId)
  const account = accountById(world, request.creditorId)
  if (account !== undefined) tell(world, account.creditor, request, event)
}

function tell(
  world: World,
  creditor: Creditor,
  { externalTenantId }: LinkRequest,
  event: 'client.link_requested' | 'client.link_declined' | 'client.link_expired',
): void {
  const client = { externalTenantId, linkId: creditor.signingId, creditor, isAttributed: false }
  announceClient(world, client, { event })
}
