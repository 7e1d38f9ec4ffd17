import { badRequest, notFound } from '../../http/refusal.ts'
import type { CaseRecord } from '../../store/case-record.ts'
import type { QuoteRecord, QuoteRequestRecord } from '../../store/quote-record.ts'
import type { World } from '../../store/world.ts'
import { announceAssignment } from '../../webhooks/announce-assignment.ts'
import { activate, close, enter, note } from '../cases/drive-case.ts'
import { type Bid, MAX_QUOTES, nextQuote } from './bid.ts'
import { endQuoteRequest, openQuoteRequest } from './quote-request.ts'

/** A collection partner quotes for a case, as it would in Debitura's own app. A case that collects no quotes begins to. */
export function offerQuote(world: World, record: CaseRecord, bid: Bid): QuoteRecord {
  if (record.lifecycle === 'Closed' || record.lifecycle === 'Merged')
    throw badRequest('InvalidLifecycle', 'The case is closed, and takes no quotes.')
  if (openQuoteRequest(record) === undefined) enter(world, record, 'Leads', 'announce')
  const request = requestOf(record)
  if (request.quotes.length >= MAX_QUOTES)
    throw badRequest('MaxQuotesReached', `The case has ${MAX_QUOTES} quotes, and takes no more.`)
  const quote = nextQuote(world, record, request, bid)
  request.quotes.push(quote)
  note(record, {
    date: quote.dateCreated,
    type: 'QuoteReceived',
    title: 'Quote received',
    description: 'A collection partner quoted for the case.',
    actor: 'Partner user',
  })
  if (record.lifecycle === 'Leads') enter(world, record, 'LeadsQuoteGiven', 'announce')
  return quote
}

/**
 * The creditor takes a quote: the others are declined, and the bidder collects the case for what it asked.
 * @see support.debitura.com/en/articles/13905611, lead outcome definitions
 */
export function acceptQuote(world: World, record: CaseRecord, quoteId: string): CaseRecord {
  const request = openQuoteRequest(record)
  const quote = request?.quotes.find(({ id }) => id === quoteId.toLowerCase())
  if (request === undefined || quote === undefined) throw notFound('open quote with this id')
  quote.status = 'Accepted'
  endQuoteRequest(world, request, 'Winner')
  const isNew = record.collectionPartnerId !== quote.bidder.id
  world.cases.assign(record, quote.bidder.id)
  record.successFee = quote.price.successFee ?? 0
  record.successFeeIsIntentional = true
  activate(world, record, 'Creditor user', 'announce')
  if (isNew) announceAssignment(world, record)
  return record
}

/** Lets the time for quotes, or for selecting one, run out: the case closes. */
export function expireQuotes(world: World, record: CaseRecord): CaseRecord {
  const request = requestOf(record)
  endQuoteRequest(world, request, 'Expired')
  close(
    world,
    record,
    request.quotes.length === 0 ? 'NoQuotesReceived' : 'QuotesExpiredNotAccepted',
    'System',
  )
  return record
}

function requestOf(record: CaseRecord): QuoteRequestRecord {
  const request = openQuoteRequest(record)
  if (request === undefined) throw badRequest('NoOpenQuoteRequest', 'The case collects no quotes.')
  return request
}
