import { randomUUID } from 'node:crypto'
import type { ClientConflict, CreateClientRequest } from '../../contract/shapes/index.ts'
import { Refusal } from '../http/refusal.ts'
import { approvalUrl } from '../onboarding/urls.ts'
import type { World } from '../store/world.ts'

/**
 * Refuses a client of whose people or office another client has the very e-mail address: that account exists, and has
 * to approve the link. Nothing is said about it.
 * @see docs.debitura.com/referral-partners, client onboarding conflicts
 */
export function refuseKnownEmail(
  world: World,
  { externalTenantId, client, users }: CreateClientRequest,
): void {
  const emails = [client.supportEmail, ...users.map((user) => user.email)]
  if (!emails.some((email) => world.clients.byEmail(email) !== undefined)) return
  const conflict: ClientConflict = {
    type: 'ClientExistsNeedsLinking',
    message: 'A client with one of these e-mail addresses exists, and has to approve the link.',
    data: {
      externalTenantId,
      onboardingLinks: { url: approvalUrl(world, randomUUID()) },
      isAttributedClient: false,
    },
  }
  throw new Refusal(409, conflict)
}
