import type { ClientConflict, CreateClientRequest } from '../../../contract/shapes/index.ts'
import { Refusal } from '../../http/refusal.ts'
import { approvalUrl } from '../../page-urls.ts'
import type { World } from '../../store/world.ts'
import { accountByEmail } from './known-account.ts'
import { dropLinkRequest, requestLink } from './request-link.ts'

/**
 * Refuses a client that has an account already: its owner has to approve the link, unless another referral partner has
 * it. Nothing is said about the account.
 * @see docs.debitura.com/referral-partners, client onboarding conflicts
 */
export function refuseKnownAccount(world: World, request: CreateClientRequest): void {
  const { externalTenantId } = request
  const account = accountByEmail(world, request)
  // Whoever asks for another client under the same name no longer wants the link.
  if (account === undefined) {
    dropLinkRequest(world, externalTenantId)
    return
  }
  if (account.isLinkedElsewhere) {
    throw conflict({
      type: 'ClientAlreadyLinkedToAnotherPartner',
      message: 'A client with one of these e-mail addresses is linked to another partner.',
      data: { externalTenantId },
    })
  }
  const { token } = requestLink(world, account.creditor, request)
  throw conflict({
    type: 'ClientExistsNeedsLinking',
    message: 'A client with one of these e-mail addresses exists, and has to approve the link.',
    data: {
      externalTenantId,
      onboardingLinks: { url: approvalUrl(world, token) },
      isAttributedClient: false,
    },
  })
}

const conflict = (
  body: {
    readonly [Field in keyof ClientConflict]: Field extends 'data'
      ? Partial<ClientConflict['data']>
      : ClientConflict[Field]
  },
) => new Refusal(409, body)
