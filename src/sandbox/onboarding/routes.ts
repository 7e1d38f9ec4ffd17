import type { Debitura } from '../debitura.ts'
import type { Api } from '../http/api.ts'
import type { Exchange } from '../http/bindings.ts'
import { unsuccessText } from '../http/check-answer.ts'
import { intrusion } from '../http/intrusion.ts'
import { readBytes } from '../http/read-bytes.ts'
import { notFound, refusal } from '../http/refusal.ts'
import { type Answer, send } from '../http/send.ts'
import { PAGES } from '../page-urls.ts'
import { approvalPage, decide, requestByToken } from './approval-page.ts'
import { combined } from './combined-page.ts'
import { companyDetails, contractUpgrade, sign, users } from './onboarding-pages.ts'
import { kyc, powerOfAttorney } from './partner-pages.ts'
import { loopbackUrl } from './return-url.ts'
import type { SigningPage, Visit } from './signing-page.ts'
import { terms } from './terms.ts'

const SIGNING_PAGES = [companyDetails, users, sign, contractUpgrade, powerOfAttorney, kyc, combined]
const FORM_LIMIT_BYTES = 65_536
const FORM_TYPE = 'application/x-www-form-urlencoded'

/** Serves the pages on which people sign and approve. They take no key: whoever has the address may use it. */
export function serveOnboarding(api: Api, debitura: Debitura): void {
  for (const page of SIGNING_PAGES) serve(api, debitura, page)
  api.get(
    PAGES.terms,
    answering((c) => {
      const { world, creditor } = visitOf(c, debitura)
      return html(terms(world, creditor, c.req.param('document') ?? ''))
    }),
  )
  const requestOf = (c: Exchange) =>
    requestByToken(debitura.worlds(), new URL(c.req.url).searchParams.get('token') ?? '')
  api.get(
    PAGES.approval,
    answering((c) => {
      const { world, request } = requestOf(c)
      return html(approvalPage(world, request))
    }),
  )
  api.post(
    PAGES.approval,
    answering(async (c) => {
      const sent = await readForm(c)
      const { world, request } = requestOf(c)
      decide(world, request, sent)
      return seeOther(backFrom(new URL(c.req.url)))
    }),
  )
}

function serve(api: Api, debitura: Debitura, page: SigningPage): void {
  api.get(
    page.path,
    answering((c) => {
      const shown = page.show(visitOf(c, debitura))
      return shown instanceof URL ? seeOther(shown.href) : html(shown)
    }),
  )
  api.post(
    page.path,
    answering(async (c) => {
      const sent = await readForm(c)
      const visit = visitOf(c, debitura)
      return seeOther(page.submit(visit, sent) ?? backFrom(visit.url))
    }),
  )
}

const html = (text: string): Answer => ({ status: 200, type: 'text/html; charset=utf-8', text })
const seeOther = (location: string): Answer => ({ status: 303, text: '', headers: { Location: location } })

/** Where to go after the last page: to where the caller wants its user, if that is on this machine, or to the page itself. */
function backFrom(url: URL): string {
  const wanted = loopbackUrl(url.searchParams.get('returnUrl'))
  if (wanted !== undefined) return wanted
  const itself = new URL(url)
  itself.searchParams.delete('returnUrl')
  return itself.pathname + itself.search
}

function answering(answer: (c: Exchange) => Answer | Promise<Answer>): (c: Exchange) => Promise<Response> {
  return async (c) => {
    try {
      return send(c, await answer(c))
    } catch (error) {
      return send(c, unsuccessText(error))
    }
  }
}

/** Reads a form, which another web page must not send. No body is an empty form. */
async function readForm(c: Exchange): Promise<URLSearchParams> {
  const why = intrusion(c)
  if (why !== undefined) throw refusal(403, 'Forbidden', why)
  const text = (await readBytes(c, FORM_LIMIT_BYTES)).toString()
  const type = c.req.header('content-type') ?? ''
  if (text !== '' && !type.toLowerCase().startsWith(FORM_TYPE))
    throw refusal(415, 'UnsupportedMediaType', `The media type '${type}' is not supported. Use ${FORM_TYPE}.`)
  return new URLSearchParams(text)
}

/** The account that an address names. Signing ids are UUIDs, so no two worlds share one. */
function visitOf(c: Exchange, debitura: Debitura): Visit {
  const linkId = c.req.param('linkId') ?? ''
  for (const world of debitura.worlds()) {
    const creditor =
      world.creditor.signingId === linkId ? world.creditor : world.clients.byLink(linkId)?.creditor
    if (creditor !== undefined) return { world, creditor, url: new URL(c.req.url) }
  }
  throw notFound('account with this signing link')
}
