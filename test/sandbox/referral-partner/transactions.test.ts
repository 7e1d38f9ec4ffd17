import { describe, expect, test } from 'vitest'
import { callerForClient, callers, started } from '../callers.ts'
import { claim } from '../payloads.ts'

/** Two clients with production cases of 1000 each, and ways to pay on them and to read the report. */
async function reporting(options?: Parameters<typeof started>[0]) {
  const sandbox = await started(options)
  const { referral, partner } = callers(sandbox)
  const world = sandbox.world()
  for (const externalTenantId of ['alpha', 'beta'])
    world.seedClient({ externalTenantId, name: `Client ${externalTenantId}` })
  const alpha = world.seedCase({ externalTenantId: 'alpha' })
  const beta = world.seedCase({ externalTenantId: 'beta', currencyCode: 'USD' })
  const pay = async (id: string, paymentAmount: number, date = '2026-02-01', status = 'Unpaid') => {
    const { body } = await partner('POST', `/cases/${id}/payments`, {
      date,
      paymentAmount,
      paymentRecipient: 'Creditor',
      commissionPaymentStatus: status,
    })
    return body.paymentId as string
  }
  const report = async (query = '') => (await referral('GET', `/reporting/transactions${query}`)).body
  const ids = async (query = '') =>
    (await report(query)).data.map((one: { transactionId: string }) => one.transactionId)
  return { sandbox, world, referral, partner, alpha, beta, pay, report, ids }
}

describe('the transactions of a referral partner', () => {
  test('are its clients’ payments, with what it earns', async () => {
    const { alpha, pay, report } = await reporting()
    const transactionId = await pay(alpha.id, 100)
    const { data, page, summary } = await report()
    expect(page).toMatchObject({ totalResults: 1, pageSize: 10 })
    expect(data).toEqual([
      {
        transactionId,
        date: '2026-02-01T00:00:00.000',
        client: { externalTenantId: 'alpha', creditorId: alpha.creditorId, companyName: 'Client alpha' },
        case: {
          invoiceId: alpha.id,
          caseReference: alpha.reference,
          debtorName: 'Seeded Debtor',
          originalAmount: 1000,
          currency: 'EUR',
        },
        payment: { amount: 100, currency: 'EUR', paymentDate: '2026-02-01T00:00:00.000' },
        // 9.5 % of the payment, 40 % of that for Debitura, 10 % of that for the referral partner.
        earnings: {
          currency: 'EUR',
          debituraRevenue: 3.8,
          debituraRevenueUsd: 4.18,
          referralFeePercentage: 10,
          referralFeeAmount: 0.38,
          referralFeeAmountUsd: 0.42,
          isEstimate: true,
        },
        recognition: { isRecognized: false, referralFeeRecognizedUsd: 0 },
        status: {
          commissionPaymentStatus: 'Unpaid',
          platformInvoicingStatus: 'NotInvoiced',
          referralInvoicingStatus: 'Pending',
        },
      },
    ])
    expect(summary).toMatchObject({
      revenue: { pendingCount: 1, pendingReferralFeeUsd: 0.42, paidCount: 0, paidReferralFeeUsd: 0 },
      totalDebituraRevenueUsd: 4.18,
    })
  })

  test('do not hold what is paid to others, nor what was deleted', async () => {
    const { world, partner, alpha, pay, ids } = await reporting()
    await pay(world.seedCase().id, 50)
    const paymentId = await pay(alpha.id, 100)
    expect(await ids()).toEqual([paymentId])
    await partner('DELETE', `/cases/${alpha.id}/payments/${paymentId}`)
    expect(await ids()).toEqual([])
  })

  test.each([
    ['hide', 0],
    ['list', 1],
  ] as const)('%s test cases, by choice', async (testCasesInTransactions, count) => {
    const { sandbox, ids } = await reporting({ behaviours: { testCasesInTransactions } })
    const client = await callerForClient(sandbox, 'alpha')
    const { id } = (await client('POST', '/cases', claim())).body
    await client('POST', `/test/cases/${id}/advance`, { to: 'Closed:Paid', amount: 1250 })
    expect(await ids()).toHaveLength(count)
  })

  test('go through their stages', async () => {
    const { world, alpha, pay, report, referral } = await reporting()
    const id = await pay(alpha.id, 1000)
    const at = async () => {
      const { data, summary } = await report()
      const counts = Object.entries(summary.revenue).filter(
        ([name, value]) => /Count$/.test(name) && value === 1,
      )
      const { isRecognized, referralFeeRecognizedUsd } = data[0].recognition
      return [counts.map(([name]) => name).join(), isRecognized, referralFeeRecognizedUsd]
    }
    expect(await at()).toEqual(['pendingCount', false, 0])
    world.setPaymentStatus(id, { commission: 'Paid' })
    expect(await at()).toEqual(['confirmedPendingInvoiceCount', false, 0])
    world.setPaymentStatus(id, { platformInvoicing: 'InvoiceIssued' })
    expect(await at()).toEqual(['awaitingCollectionPartnerPaymentCount', false, 0])
    world.setPaymentStatus(id, { platformInvoicing: 'PaymentReceived' })
    expect(await at()).toEqual(['readyToInvoiceDebituraCount', true, 4.18])
    world.setPaymentStatus(id, { referralInvoicing: 'Invoiced' })
    expect(await at()).toEqual(['awaitingDebituraPaymentCount', true, 4.18])
    world.setPaymentStatus(id, { referralInvoicing: 'Paid' })
    expect(await at()).toEqual(['paidCount', true, 4.18])
    expect((await referral('GET', '/clients/alpha')).body.caseStats.earningsUsd).toBe(4.18)
    world.setPaymentStatus(id, { referralInvoicing: 'Disputed' })
    expect(await at()).toEqual(['disputedCount', false, 0])
    world.setPaymentStatus(id, { referralInvoicing: 'Pending', platformInvoicing: 'InvoiceCredited' })
    expect(await at()).toEqual(['', false, 0])
  })
})

describe('filters of the report', () => {
  async function three() {
    const all = await reporting()
    const { world, alpha, beta, pay } = all
    const early = await pay(alpha.id, 100, '2026-01-10')
    const late = await pay(alpha.id, 50, '2026-03-10', 'Paid')
    const other = await pay(beta.id, 80, '2026-02-10')
    world.setPaymentStatus(late, { platformInvoicing: 'PaymentReceived' })
    return { ...all, early, late, other }
  }

  test('the newest collection comes first, unless told otherwise', async () => {
    const { ids, early, late, other } = await three()
    expect(await ids()).toEqual([late, other, early])
    expect(await ids('?Sort=collectionDate')).toEqual([early, other, late])
    expect(await ids('?Sort=Amount:desc')).toEqual([early, other, late])
    expect(await ids('?Sort=amount')).toEqual([late, other, early])
    expect(await ids('?Sort=debtor')).toEqual([late, other, early])
  })

  test('each narrows the list', async () => {
    const { ids, alpha, early, late, other, world, referral, partner } = await three()
    const partnerId = (await partner('GET', '/me')).body.id
    const germany = (await referral('GET', '/referral-partner/filter-options')).body.countries.find(
      ({ name }: { name: string }) => name === 'Germany',
    ).id
    const expected: Record<string, string[]> = {
      '?FromDate=2026-02-10': [late, other],
      '?ToDate=2026-02-10': [other, early],
      '?ExternalTenantId=beta': [other],
      '?ExternalTenantId=BETA': [],
      '?HasRecognizedRevenue=true': [late],
      '?HasRecognizedRevenue=false': [other, early],
      '?CommissionPaymentStatuses=1': [late],
      '?CommissionPaymentStatuses=0&CommissionPaymentStatuses=2': [other, early],
      '?PlatformInvoicingStatuses=2': [late],
      '?PlatformInvoicingStatuses=NotInvoiced': [other, early],
      '?ReferralInvoicingStatuses=0,3': [late, other, early],
      '?ReferralInvoicingStatuses=1': [],
      '?RevenueStages=3': [late],
      '?RevenueStages=0,6': [other, early],
      '?Search=client%20BE': [other],
      '?Search=z': [late, other, early],
      [`?Search=${alpha.reference.toLowerCase()}`]: [late, early],
      [`?CollectionPartnerIds=${partnerId}`]: [late, other, early],
      [`?CollectionPartnerIds=${world.clients()[0]?.creditorId}`]: [],
      [`?CountryIds=${germany}`]: [late, other, early],
      [`?CountryIds=${germany + 1}`]: [],
      '?PageSize=1&Page=2': [other],
    }
    for (const [query, found] of Object.entries(expected))
      expect([query, await ids(query)]).toEqual([query, found])
  })

  test('a stage narrows the list alone, and not the sums', async () => {
    const { report } = await three()
    const { page, summary } = await report('?RevenueStages=3')
    expect(page.totalResults).toBe(1)
    expect(summary.revenue).toMatchObject({ pendingCount: 2, readyToInvoiceDebituraCount: 1 })
    const { summary: narrowed } = await report('?ExternalTenantId=beta&RevenueStages=3')
    expect(narrowed.revenue).toMatchObject({ pendingCount: 1, readyToInvoiceDebituraCount: 0 })
  })

  test.each([
    '?Page=0',
    '?PageSize=101',
    '?FromDate=soon',
    '?HasRecognizedRevenue=perhaps',
    '?CommissionPaymentStatuses=3',
    '?RevenueStages=7',
    '?ReferralInvoicingStatuses=x',
  ])('%s is a 400', async (query) => {
    const { referral } = await reporting()
    expect((await referral('GET', `/reporting/transactions${query}`)).status).toBe(400)
  })
})
