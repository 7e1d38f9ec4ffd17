import { badRequest, notFound } from '../http/refusal.ts'
import { approveLink } from '../rules/clients/approve-link.ts'
import { declineLink } from '../rules/clients/request-link.ts'
import type { LinkRequest } from '../store/link-table.ts'
import type { World } from '../store/world.ts'
import { form, page, paragraph, status } from './html.ts'

/** What is left to say once a request is no longer open. */
const OUTCOMES = {
  approved: 'The link is approved. There is nothing left to do.',
  declined: 'The link is declined. There is nothing left to do.',
  expired: 'The request has expired. The partner has to ask again.',
} as const

/** The page on which the owner of an account lets a referral partner in, or does not. */
export function approvalPage({ referralPartner }: World, { status: outcome }: LinkRequest): string {
  return page(
    'Link to a referral partner',
    outcome === 'pending'
      ? paragraph(`${referralPartner.companyName} asks to act for your company.`) +
          form(
            [],
            [
              { label: 'Approve', name: 'decision', value: 'approve' },
              { label: 'Decline', name: 'decision', value: 'decline' },
            ],
          )
      : status(OUTCOMES[outcome]),
  )
}

/** Carries out what the owner decided. On a request that is no longer open it does nothing. */
export function decide(world: World, request: LinkRequest, sent: URLSearchParams): void {
  const decision = sent.get('decision')
  if (decision === 'approve') approveLink(world, request)
  else if (decision === 'decline') declineLink(world, request)
  else throw badRequest('MissingDecision', "decision is required: 'approve' or 'decline'.")
}

/** A request by the token in its address; otherwise 404. A token that was renewed is good no more. */
export function requestByToken(
  worlds: Iterable<World>,
  token: string,
): { readonly world: World; readonly request: LinkRequest } {
  for (const world of worlds) {
    const request = world.links.byToken(token)
    if (request !== undefined) return { world, request }
  }
  throw notFound('link request with this token')
}
