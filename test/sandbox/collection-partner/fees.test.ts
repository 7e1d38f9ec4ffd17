import { describe, expect, test } from 'vitest'
import { callers, started } from '../callers.ts'
import { managedClaim } from '../payloads.ts'

const NOWHERE = '11111111-2222-4333-8444-555555555555'

/** A case of 1000 EUR that is collected. */
async function collecting(options?: Parameters<typeof started>[0], seed: object = {}) {
  const sandbox = await started(options)
  const { partner, customer } = callers(sandbox)
  const { id } = sandbox.world().seedCase(seed)
  const put = (body: object, of = id) => partner('PUT', `/cases/${of}/fees`, body)
  const read = async () => (await partner('GET', `/cases/${id}`)).body
  return { sandbox, partner, customer, id, put, read }
}

const FEES = { interestFees: 10.1, reminderFees: 20.2, collectionFees: 0.3 }

describe('the fees of a case', () => {
  test('are replaced, and add up', async () => {
    const { customer, id, put, read } = await collecting()
    expect(await put(FEES)).toMatchObject({
      status: 200,
      body: {
        caseId: id,
        grossAmount: 1000,
        ...FEES,
        totalAddedFees: 30.6,
        recalculatedSuccessFee: null,
        remainder: 1030.6,
      },
    })
    expect(await read()).toMatchObject({
      ...FEES,
      totalAddedFees: 30.6,
      remainder: 1030.6,
      allocationOutstanding: { principal: 1000, interest: 10.1, reminderFees: 20.2, collectionFees: 0.3 },
    })
    const { items } = (await customer('GET', `/cases/${id}/timeline`)).body
    expect(items.at(-1)).toMatchObject({ type: 'FeesUpdated', actor: { type: 'Partner user' } })
  })

  test('are nothing where they are left out, or stay, by choice', async () => {
    const zero = await collecting()
    await zero.put(FEES)
    expect((await zero.put({ reminderFees: 5 })).body.totalAddedFees).toBe(5)
    const keep = await collecting({ behaviours: { omittedFee: 'keep' } })
    await keep.put(FEES)
    expect((await keep.put({ reminderFees: 5 })).body.totalAddedFees).toBe(15.4)
  })

  test('come after the claim when payments are allotted', async () => {
    const { partner, id, put, read } = await collecting()
    await put(FEES)
    const paid = { date: '2026-02-01', paymentAmount: 1015.1, paymentRecipient: 'CollectionPartner' }
    await partner('POST', `/cases/${id}/payments`, paid)
    expect((await read()).allocationOutstanding).toEqual({
      principal: 0,
      interest: 0,
      reminderFees: 15.2,
      collectionFees: 0.3,
    })
  })

  test.each(['interestFees', 'reminderFees', 'collectionFees', 'grossAmount'])(
    '%s is checked',
    async (field) => {
      const { put } = await collecting()
      for (const amount of [-0.01, 1e300]) {
        const { status, body } = await put({ [field]: amount })
        expect(status).toBe(400)
        expect(Object.keys(body)).toEqual([field])
      }
      expect((await put({ [field]: 'ten' })).status).toBe(400)
    },
  )

  test('are final once a case is closed or merged', async () => {
    const { partner, sandbox, id, put } = await collecting()
    await partner('POST', `/cases/${id}/close`, { closeCode: 'Other' })
    expect((await put(FEES)).status).toBe(400)
    expect((await put(FEES, sandbox.world().seedCase({ lifecycle: 'Merged' }).id)).status).toBe(400)
    expect((await put(FEES, NOWHERE)).status).toBe(404)
    expect((await put(FEES, sandbox.world().seedCase({ isTest: true }).id)).status).toBe(404)
  })
})

describe('a new claim', () => {
  test('changes the success fee unnoticed where it stays in its tier', async () => {
    const { put, read } = await collecting()
    expect((await put({ grossAmount: 1100.005 })).body).toMatchObject({
      grossAmount: 1100.01,
      recalculatedSuccessFee: 9.5,
      remainder: 1100.01,
    })
    expect(await read()).toMatchObject({ grossAmount: 1100.01, preLegalSuccessFee: 9.5 })
  })

  test('has to be confirmed where the success fee moves', async () => {
    const { id, put, read } = await collecting()
    expect(await put({ grossAmount: 100, ...FEES })).toEqual({
      status: 409,
      headers: expect.anything(),
      body: {
        caseId: id,
        confirmationRequired: true,
        isIntentionalRate: false,
        currentSuccessFee: 9.5,
        proposedSuccessFee: 14.5,
        warning: expect.any(String),
        message: expect.stringContaining('confirmPriceChange'),
      },
    })
    expect(await read()).toMatchObject({ grossAmount: 1000, totalAddedFees: 0, preLegalSuccessFee: 9.5 })
    expect((await put({ grossAmount: 100, keepIntentionalRate: true })).status).toBe(409)
    const confirmed = await put({ grossAmount: 100, confirmPriceChange: true })
    expect(confirmed).toMatchObject({ status: 200, body: { recalculatedSuccessFee: 14.5, remainder: 100 } })
    expect((await read()).preLegalSuccessFee).toBe(14.5)
  })

  test('keeps what the age and the jurisdiction of the debt add', async () => {
    const { partner } = await collecting()
    const body = managedClaim({
      date: '2020-01-15',
      debtor: { ...managedClaim().debtor, countryAlpha2: 'BR' },
    })
    const { id } = (await partner('POST', '/managed-cases', body)).body
    await partner('POST', `/test/cases/${id}/advance`, { to: 'Active' })
    const fee = (await partner('GET', `/cases/${id}`)).body.preLegalSuccessFee
    expect(fee).toBeGreaterThan(20)
    const { status, body: answer } = await partner('PUT', `/cases/${id}/fees`, { grossAmount: 899 })
    expect([status, answer.recalculatedSuccessFee]).toEqual([200, fee])
  })

  test('leaves a rate that was set on purpose, where the caller says so', async () => {
    const { put, read } = await collecting({}, { successFee: 12 })
    expect(await put({ grossAmount: 100 })).toMatchObject({
      status: 409,
      body: { isIntentionalRate: true, currentSuccessFee: 12, proposedSuccessFee: 14.5 },
    })
    expect((await put({ grossAmount: 100, confirmPriceChange: true })).status).toBe(400)
    const kept = await put({ grossAmount: 100, keepIntentionalRate: true })
    expect(kept).toMatchObject({ status: 200, body: { grossAmount: 100, recalculatedSuccessFee: null } })
    expect((await read()).preLegalSuccessFee).toBe(12)
  })
})
