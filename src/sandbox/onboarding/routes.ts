import type { Debitura } from '../debitura.ts'
import type { Api } from '../http/api.ts'
import { notFound } from '../http/refusal.ts'
import { send } from '../http/send.ts'
import { isLoopback } from '../options.ts'
import { signContract } from '../rules/sign-contract.ts'
import type { ClientRecord } from '../store/client-record.ts'
import type { World } from '../store/world.ts'
import { onboardingPage } from './page.ts'

const PATH = '/onboarding/companydetails/{linkId}'

/** Serves the page on which a client signs. It takes no key: a person opens it. */
export function serveOnboarding(api: Api, debitura: Debitura): void {
  api.get(PATH, (c) => {
    const found = clientByLink(debitura, c.req.param('linkId') ?? '')
    if (found === undefined) return send(c, unknownLink())
    return send(c, { status: 200, type: 'text/html; charset=utf-8', text: onboardingPage(found.client) })
  })
  api.post(PATH, (c) => {
    const found = clientByLink(debitura, c.req.param('linkId') ?? '')
    if (found === undefined) return send(c, unknownLink())
    signContract(found.world, found.client.creditor)
    const url = new URL(c.req.url)
    const location = loopbackUrl(url.searchParams.get('returnUrl')) ?? url.pathname
    return send(c, { status: 303, text: '', headers: { Location: location } })
  })
}

/** Links are UUIDs, so no two worlds share one. */
function clientByLink(
  debitura: Debitura,
  linkId: string,
): { readonly world: World; readonly client: ClientRecord } | undefined {
  for (const world of debitura.worlds()) {
    const client = world.clients.byLink(linkId)
    if (client !== undefined) return { world, client }
  }
  return undefined
}

function unknownLink() {
  const { status, body } = notFound('onboarding link')
  return { status, text: JSON.stringify(body) }
}

/** A URL to go back to, if it stays on this machine. */
function loopbackUrl(text: string | null): string | undefined {
  if (text === null || !URL.canParse(text)) return undefined
  const url = new URL(text)
  return /^https?:$/.test(url.protocol) && isLoopback(url.hostname) ? url.href : undefined
}
