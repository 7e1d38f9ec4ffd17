import { describe, expect, test } from 'vitest'
import { BLOCKERS } from '../../../src/contract/words/index.ts'
import type { Sandbox } from '../../../src/sandbox/index.ts'
import { type Caller, callerForClient, callerOf, callers, started } from '../callers.ts'

const UNKNOWN = '11111111-2222-4333-8444-555555555555'

/** A sandbox whose time a test moves. */
async function timed() {
  let time = Date.parse('2026-06-01T08:00:00Z')
  const sandbox = await started({ now: () => new Date(time) })
  const pass = (days: number) => {
    time += days * 86_400_000
  }
  return { sandbox, pass, ...callers(sandbox) }
}

async function requestsOf(caller: Caller, caseId: string) {
  return (await caller('GET', `/cases/${caseId}/quote-requests`)).body.quoteRequests
}

async function quotesOf(caller: Caller, caseId: string) {
  const [{ quoteRequestId }] = await requestsOf(caller, caseId)
  return (await caller('GET', `/cases/${caseId}/quote-requests/${quoteRequestId}/quotes`)).body.quotes
}

describe('a case that collects quotes', () => {
  test('has an open quote request, which waits for quotes', async () => {
    const { sandbox, customer } = await timed()
    const { id } = sandbox.world().seedCase({ lifecycle: 'Leads' })
    const requests = await requestsOf(customer, id)
    expect(requests).toEqual([
      {
        quoteRequestId: expect.any(String),
        caseId: id,
        status: 'Qualified',
        leadFlowStatus: 'Collecting Quotes',
        quoteType: 'Network',
        maxQuotes: 3,
        currentQuotesCount: 0,
        outcome: null,
        purpose: null,
        dateCreated: '2026-06-01T08:00:00.000',
        dateQualified: '2026-06-01T08:00:00.000',
        leadsDoneOffered: '2026-06-01T08:00:00.000',
        dateReminderSent: null,
        dateReminderTwoSent: null,
        dateOutcomeSelected: null,
      },
    ])
    const { purpose: _, ...rest } = requests[0]
    expect((await customer('GET', `/cases/${id}/quote-requests/${rest.quoteRequestId}`)).body).toEqual({
      ...rest,
      isMaxBidCountReached: false,
      request: null,
      existingFees: null,
    })
    expect(await quotesOf(customer, id)).toEqual([])
  })

  test('waits for the creditor’s choice from its first quote on', async () => {
    const { sandbox, customer } = await timed()
    const { id } = sandbox.world().seedCase({ lifecycle: 'Leads' })
    sandbox.world().offerQuote(id)
    expect((await customer('GET', `/cases/${id}`)).body.lifecycle).toBe('Pending Quote Selection')
    expect(await requestsOf(customer, id)).toMatchObject([
      { currentQuotesCount: 1, leadFlowStatus: 'Pending Quote Selection' },
    ])
  })

  test('has a quote where it is seeded as waiting for that choice', async () => {
    const { sandbox, customer } = await timed()
    const { id } = sandbox.world().seedCase({ lifecycle: 'LeadsQuoteGiven' })
    expect(await quotesOf(customer, id)).toHaveLength(1)
  })

  test('begins to with its first quote, whatever it did before', async () => {
    const { sandbox, customer } = await timed()
    const { id } = sandbox.world().seedCase({ lifecycle: 'Active' })
    expect(await requestsOf(customer, id)).toEqual([])
    sandbox.world().offerQuote(id)
    expect(await requestsOf(customer, id)).toHaveLength(1)
  })

  test('takes three quotes, each of another partner, and no more', async () => {
    const { sandbox, customer } = await timed()
    const { id } = sandbox.world().seedCase({ lifecycle: 'Leads', amountToRecover: 1000 })
    for (let quoted = 0; quoted < 3; quoted++) sandbox.world().offerQuote(id)
    const quotes = await quotesOf(customer, id)
    expect(new Set(quotes.map(({ partnerId }: { partnerId: string }) => partnerId)).size).toBe(3)
    expect(quotes).toMatchObject([
      { agreementType: 'Success Fee', successFee: 22.5, status: 'Pending', currency: 'EUR' },
      { agreementType: 'Hybrid', successFee: 12, flatFeeEstimate: 40, hybridEstimate: 160 },
      { agreementType: 'Hourly Rate', hourlyRate: 150, hourlyEstimated: 4, successFee: null },
    ])
    expect(() => sandbox.world().offerQuote(id)).toThrow()
    const [{ quoteRequestId }] = await requestsOf(customer, id)
    const { body } = await customer('GET', `/cases/${id}/quote-requests/${quoteRequestId}`)
    expect(body.isMaxBidCountReached).toBe(true)
  })

  test('reminds the creditor after seven days and after fourteen', async () => {
    const { sandbox, customer, pass } = await timed()
    const { id } = sandbox.world().seedCase({ lifecycle: 'LeadsQuoteGiven' })
    pass(7)
    expect(await requestsOf(customer, id)).toMatchObject([
      { dateReminderSent: '2026-06-08T08:00:00.000', dateReminderTwoSent: null },
    ])
    pass(6)
    sandbox.world().expireQuotes(id)
    pass(10)
    expect(await requestsOf(customer, id)).toMatchObject([{ dateReminderTwoSent: null }])
  })
})

test('a quote is told in full by itself', async () => {
  const { sandbox, customer } = await timed()
  const { id } = sandbox.world().seedCase({ lifecycle: 'Leads' })
  const bid = {
    agreementType: 'FlatFee',
    flatFeeEstimate: 99.5,
    costProcessMisc: 10,
    feeComments: 'Net.',
  } as const
  const quote = sandbox.world().offerQuote(id, bid)
  const [{ quoteRequestId }] = await requestsOf(customer, id)
  const path = `/cases/${id}/quote-requests/${quoteRequestId}/quotes/${quote.id}`
  expect((await customer('GET', path.toUpperCase().replace('/CASES', '/cases'))).body).toMatchObject({
    quoteId: quote.id,
    quoteRequestId,
    agreementType: 'Flat Fee',
    pricing: {
      hourlyRate: null,
      hourlyEstimated: null,
      flatFeeEstimate: 99.5,
      successFeeFee: null,
      hybridEstimate: null,
      costProcessMisc: 10,
    },
    feeComments: 'Net.',
    dateUpdated: null,
  })
})

describe('a quote that is taken', () => {
  test('ends the request, and gives the case to its partner at its price', async () => {
    const { sandbox, customer, partner } = await timed()
    const world = sandbox.world()
    const { id } = world.seedCase({ lifecycle: 'Leads' })
    const own = world.offerQuote(id, { successFee: 31.5 })
    world.offerQuote(id)
    expect(world.acceptQuote(id, own.id)).toMatchObject({ lifecycle: 'Active' })
    expect((await customer('GET', `/cases/${id}`)).body).toMatchObject({
      lifecycle: 'Active',
      preLegalSuccessFee: 31.5,
      collectionPartner: { name: 'Sandbox Collection Partner (default)' },
    })
    expect(await requestsOf(customer, id)).toMatchObject([
      { status: 'Closed', outcome: 'Winner', dateOutcomeSelected: '2026-06-01T08:00:00.000' },
    ])
    expect(await quotesOf(customer, id)).toMatchObject([{ status: 'Accepted' }, { status: 'Declined' }])
    expect((await partner('GET', '/cases')).body.cases).toMatchObject([{ id }])
    expect(() => world.acceptQuote(id, own.id)).toThrow()
  })

  test('takes the case from a partner that quoted in vain', async () => {
    const { sandbox, customer, partner } = await timed()
    const world = sandbox.world()
    const { id } = world.seedCase({ lifecycle: 'LeadsQuoteGiven' })
    const rival = world.offerQuote(id)
    world.acceptQuote(id, rival.id)
    expect((await customer('GET', `/cases/${id}`)).body.collectionPartner.name).toBe(rival.partnerName)
    expect((await partner('GET', '/cases')).body.cases).toEqual([])
    expect((await partner('GET', `/cases/${id}`)).status).toBe(404)
  })
})

describe('a quote request ends', () => {
  test.each(['Active', 'Closed:NoPayment'])('when its case is advanced to %s', async (to) => {
    const { sandbox, customer } = await timed()
    const { id } = sandbox.world().seedCase({ lifecycle: 'LeadsQuoteGiven', isTest: true })
    await customer('POST', `/test/cases/${id}/advance`, { to })
    expect(await requestsOf(customer, id)).toMatchObject([{ status: 'Closed', outcome: 'Pullback' }])
    expect(await quotesOf(customer, id)).toMatchObject([{ status: 'Declined' }])
  })

  test.each([
    ['Leads', 'No Quotes Received'],
    ['LeadsQuoteGiven', 'Quotes Expired – Not Accepted'],
  ] as const)('when its time runs out, in %s', async (lifecycle, closeCode) => {
    const { sandbox, customer } = await timed()
    const { id } = sandbox.world().seedCase({ lifecycle })
    sandbox.world().expireQuotes(id)
    expect((await customer('GET', `/cases/${id}`)).body).toMatchObject({ lifecycle: 'Closed', closeCode })
    expect(await requestsOf(customer, id)).toMatchObject([{ outcome: 'Expired' }])
    expect(() => sandbox.world().expireQuotes(id)).toThrow()
    expect(() => sandbox.world().offerQuote(id)).toThrow()
  })
})

describe('what is not there is a 404', () => {
  async function quoted(sandbox: Sandbox) {
    const { id } = sandbox.world().seedCase({ lifecycle: 'LeadsQuoteGiven' })
    const { customer } = callers(sandbox)
    const [{ quoteRequestId }] = await requestsOf(customer, id)
    const [{ quoteId }] = await quotesOf(customer, id)
    const base = `/cases/${id}/quote-requests`
    return [
      base,
      `${base}/${quoteRequestId}`,
      `${base}/${quoteRequestId}/quotes`,
      `${base}/${quoteRequestId}/quotes/${quoteId}`,
    ]
  }

  test('another account’s', async () => {
    const sandbox = await started()
    const paths = await quoted(sandbox)
    sandbox.world().seedClient({ externalTenantId: 't' })
    const client = await callerForClient(sandbox, 't')
    for (const path of paths) expect((await client('GET', path)).status, path).toBe(404)
  })

  test('another case’s, or one that never was', async () => {
    const sandbox = await started()
    const { customer } = callers(sandbox)
    const [base = '', request = '', , quote = ''] = await quoted(sandbox)
    const other = sandbox.world().seedCase({ lifecycle: 'Leads' }).id
    const foreign = request.replace(/^\/cases\/[^/]+/, `/cases/${other}`)
    for (const path of [`${base}/${UNKNOWN}`, foreign, quote.replace(/[^/]+$/, UNKNOWN)])
      expect((await customer('GET', path)).status, path).toBe(404)
    expect((await customer('GET', `${base}/17`)).status).toBe(400)
  })
})

test('a quote that waits for the client’s choice keeps the client from being deleted', async () => {
  const sandbox = await started()
  const { referral } = callers(sandbox)
  const world = sandbox.world()
  world.seedClient({ externalTenantId: 't' })
  const blockers = async () => (await referral('GET', '/clients/t/is-deletable')).body.blockers
  const { id } = world.seedCase({ externalTenantId: 't', lifecycle: 'Leads' })
  expect(await blockers()).toEqual([])
  const quote = world.offerQuote(id)
  expect(await blockers()).toEqual([BLOCKERS.pendingLeadQuotes])
  world.acceptQuote(id, quote.id)
  expect(await blockers()).toEqual([BLOCKERS.activeCase])
})

test('quotes are given and taken over the controls', async () => {
  const sandbox = await started()
  const control = callerOf(sandbox, 'customer', {})
  const { id } = sandbox.world().seedCase({ lifecycle: 'Leads' })
  const path = `/_sandbox/worlds/default/cases/${id}/quotes`
  const quote = await control('POST', path, { successFee: 18 })
  expect(quote).toMatchObject({ status: 200, body: { successFee: 18, status: 'Pending' } })
  expect((await control('POST', path)).status).toBe(200)
  expect((await control('POST', path, { successFee: 101 })).status).toBe(400)
  expect((await control('POST', path, { nonsense: 1 })).status).toBe(400)
  expect((await control('POST', `${path}/${UNKNOWN}/accept`)).status).toBe(404)
  expect(await control('POST', `${path}/${quote.body.id}/accept`)).toMatchObject({
    status: 200,
    body: { lifecycle: 'Active' },
  })
  expect((await control('POST', `${path}/expire`)).status).toBe(400)
  expect((await control('POST', path.replace(id, UNKNOWN))).status).toBe(404)
})
