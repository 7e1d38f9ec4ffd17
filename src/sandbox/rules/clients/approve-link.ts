import type { ClientRecord } from '../../store/client-record.ts'
import type { LinkRequest } from '../../store/link-table.ts'
import type { World } from '../../store/world.ts'
import { announceClient } from '../../webhooks/announce-client.ts'
import { casesOfNewClient } from './client-cases.ts'
import { accountById } from './known-account.ts'

/**
 * Approves a link: the account becomes the referral partner's client, without being attributed to it, and the cases that
 * came with the request are submitted. An account that is the partner's client already goes over to the new name.
 * @see docs.debitura.com/referral-partners, client onboarding conflicts
 */
export function approveLink(world: World, request: LinkRequest): void {
  const account = accountById(world, request.creditorId)
  if (request.status !== 'pending' || account === undefined) return
  const { creditor, users, client: former } = account
  const { externalTenantId } = request
  const client: ClientRecord = {
    externalTenantId,
    linkId: creditor.signingId,
    creditor,
    users,
    dateLinked: world.now(),
    sequence: world.sequences.next('client'),
    isAttributed: false,
    pendingLeadQuotes: former?.pendingLeadQuotes ?? false,
    unpaidCommission: former?.unpaidCommission ?? false,
  }
  if (former !== undefined) world.clients.delete(former)
  const existing = world.existingAccounts.byCreditor(request.creditorId)
  if (existing !== undefined) world.existingAccounts.delete(existing)
  world.clients.add(client)
  request.status = 'approved'
  world.agenda.cancel('link-expiry', externalTenantId)
  announceClient(world, client, { event: 'client.linked' })
  replay(world, client, request)
}

/** Submits the cases of a request, as if unsigned contracts were allowed; tells of those that cannot be. */
function replay(world: World, client: ClientRecord, { cases }: LinkRequest): void {
  const failedCases = casesOfNewClient(world, client, cases)?.failedCases ?? []
  if (failedCases.length === 0) return
  announceClient(world, client, {
    event: 'cases.replay_failed',
    data: {
      failedCases: failedCases.map(({ caseIndex, creditorReference, errorType, errorMessage }) => ({
        caseIndex,
        creditorReference,
        errorType,
        errorMessage,
      })),
    },
  })
}
