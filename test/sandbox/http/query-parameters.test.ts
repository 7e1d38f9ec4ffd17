import { describe, expect, test } from 'vitest'
import { type Answer, callers, started } from '../callers.ts'

const unreadable = {
  status: 400,
  body: { title: expect.any(String), detail: expect.any(String), status: 400 },
}
const asked = async (who: 'customer' | 'referral' | 'partner', path: string): Promise<Answer> =>
  callers(await started())[who]('GET', path)

describe('a query parameter of another type than its operation takes is a 400', () => {
  test.each([
    'Ids=nonsense',
    'ids[]=nonsense',
    'Ids=11111111-2222-4333-8444-555555555555,nonsense',
    'DivisionIds=x',
    'DebtorIds=x',
    'Page=one',
    'PageSize=4294967297',
  ])('GET /cases?%s', async (query) => {
    expect(await asked('customer', `/cases?${query}`)).toMatchObject(unreadable)
    expect(await asked('partner', `/managed-cases?${query}`)).toMatchObject(unreadable)
  })

  test.each([
    'CountryIds=abc',
    'CountryIds=1,2.5',
    'CountryIds[0]=99999999999',
    'CollectionPartnerIds=x',
    'FromDate=hello%201',
    'FromDate=1',
    'FromDate=2026-02-31',
    'ToDate=2026-13-01',
    'ToDate=17%20June%202026',
  ])('?%s of a referral partner', async (query) => {
    expect(await asked('referral', `/cases?${query}`)).toMatchObject(unreadable)
    expect(await asked('referral', `/reporting/transactions?${query}`)).toMatchObject(unreadable)
  })

  test.each(['CommissionPaymentStatuses=3', 'RevenueStages=-1', 'PlatformInvoicingStatuses=1.0'])(
    'GET /reporting/transactions?%s',
    async (query) => {
      expect(await asked('referral', `/reporting/transactions?${query}`)).toMatchObject(unreadable)
    },
  )

  test.each([
    'caseId=7',
    'caseId=11111111-2222-4333-8444-555555555555&since=foo%203',
    'caseId=11111111-2222-4333-8444-555555555555&since=2026-06-17T25:00',
  ])('GET /webhooks/events?%s', async (query) => {
    expect(await asked('customer', `/webhooks/events?${query}`)).toMatchObject(unreadable)
  })
})

test('blank parameters count as missing, and unknown ones as nothing', async () => {
  for (const query of ['Ids=', 'DivisionIds[]=', 'Page=', 'DebtorIds=,', 'nothing=x'])
    expect((await asked('customer', `/cases?${query}`)).status, query).toBe(200)
  expect((await asked('referral', '/cases?FromDate=&CountryIds=')).status).toBe(200)
})
