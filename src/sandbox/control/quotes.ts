import type { Debitura } from '../debitura.ts'
import type { Api } from '../http/api.ts'
import type { Exchange } from '../http/bindings.ts'
import { readJson } from '../http/request-body.ts'
import { anyCase } from '../rules/cases/own-case.ts'
import { acceptQuote, expireQuotes, offerQuote } from '../rules/quotes/quote-case.ts'
import { readBid } from '../world-view/bid.ts'
import { caseSnapshot, quoteSnapshot } from '../world-view/snapshots.ts'
import { guarded, worldNameOf } from './guarded.ts'

const QUOTES = '/_sandbox/worlds/{world}/cases/{id}/quotes'

/**
 * Quotes, over HTTP:
 * - `POST /_sandbox/worlds/{world}/cases/{id}/quotes`: a collection partner quotes for a case;
 * - `POST /_sandbox/worlds/{world}/cases/{id}/quotes/{quoteId}/accept`: the creditor takes a quote;
 * - `POST /_sandbox/worlds/{world}/cases/{id}/quotes/expire`: the time for quotes, or for selecting one, runs out.
 */
export function serveQuotes(api: Api, debitura: Debitura): void {
  const worldOf = (c: Exchange) => debitura.worldToRead(worldNameOf(c))
  const caseOf = (c: Exchange) => anyCase(worldOf(c), c.req.param('id') ?? '')
  api.post(
    QUOTES,
    guarded(async (c) => {
      const bid = readBid(await readJson(c))
      return quoteSnapshot(offerQuote(worldOf(c), caseOf(c), bid))
    }),
  )
  api.post(
    `${QUOTES}/{quoteId}/accept`,
    guarded((c) => caseSnapshot(acceptQuote(worldOf(c), caseOf(c), c.req.param('quoteId') ?? ''))),
  )
  api.post(
    `${QUOTES}/expire`,
    guarded((c) => caseSnapshot(expireQuotes(worldOf(c), caseOf(c)))),
  )
}
