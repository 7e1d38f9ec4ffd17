import { expect, test } from 'vitest'
import { callers, started } from '../callers.ts'

const UNKNOWN = '11111111-2222-4333-8444-555555555555'

test('a client’s case is told as in the list, and with what it may bring in', async () => {
  const sandbox = await started()
  const { referral } = callers(sandbox)
  sandbox.world().seedClient({ externalTenantId: 't' })
  const { id } = sandbox.world().seedCase({
    externalTenantId: 't',
    amountToRecover: 1000,
    currencyCode: 'USD',
    successFee: 20,
  })
  const { potentialRevenue, ...rest } = (await referral('GET', `/cases/${id}`)).body
  expect([rest]).toEqual((await referral('GET', '/cases')).body.cases)
  expect(potentialRevenue).toEqual({
    grossAmountUsd: 1000,
    successFeePercentage: 20,
    collectionPartnerRevenueUsd: 200,
    platformRevenueSharePercentage: 40,
    platformRevenueUsd: 80,
    referralFeePercentage: 10,
    referralRevenueUsd: 8,
  })
})

test('a case of nobody who is a client is a 404', async () => {
  const sandbox = await started()
  const { referral } = callers(sandbox)
  const own = sandbox.world().seedCase().id
  sandbox.world('other').seedClient({ externalTenantId: 't' })
  const foreign = sandbox.world('other').seedCase({ externalTenantId: 't' }).id
  for (const id of [own, foreign, UNKNOWN, 'nonsense'])
    expect((await referral('GET', `/cases/${id}`)).status).toBe(404)
})

test('a test case is told, or hidden, as in the list', async () => {
  const status = async (testCasesForReferralPartner: 'list' | 'hide') => {
    const sandbox = await started({ behaviours: { testCasesForReferralPartner } })
    sandbox.world().seedClient({ externalTenantId: 't' })
    const { id } = sandbox.world().seedCase({ externalTenantId: 't', isTest: true })
    return (await callers(sandbox).referral('GET', `/cases/${id}`)).status
  }
  expect(await status('list')).toBe(200)
  expect(await status('hide')).toBe(404)
})
