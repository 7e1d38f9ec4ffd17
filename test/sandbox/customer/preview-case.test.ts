import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DEFAULT_BEHAVIOURS } from '../../../src/sandbox/behaviours.ts'
import { ageSurcharge } from '../../../src/sandbox/rules/pricing/age-surcharge.ts'
import { callerForClient, callers, started } from '../callers.ts'

const draft = (overrides: object = {}) => ({
  amountToRecover: 1000,
  currencyCode: 'eur',
  debtor: { type: 'Company', countryAlpha2: 'DE' },
  ...overrides,
})
const in_ = (countryAlpha2: string, stateAlpha2?: string) =>
  draft({ debtor: { type: 'Private', countryAlpha2, stateAlpha2 } })
const NOW = '2026-06-17T08:30:00.000Z'
const NOT_DUE = { due: NOW, now: NOW }
const at = { now: () => new Date(NOW) }

describe('a preview', () => {
  test('tells who would collect and at what price, and makes nothing', async () => {
    const sandbox = await started()
    const { status, body } = await callers(sandbox).customer('POST', '/cases/preview', draft())
    expect(status).toBe(200)
    expect(body.result).toMatchObject({
      isEligible: true,
      ineligibilityReason: null,
      partnerAssignment: { partnerCountry: 'DK' },
      requiredActions: [],
      jurisdiction: { name: 'Germany', countryAlpha2: 'DE', stateAlpha2: null },
      pricingPreview: {
        baseSuccessFeePercentage: 9.5,
        ageSurchargePercentage: 0,
        totalSuccessFeePercentage: 9.5,
        currencyCode: 'EUR',
        pricingSource: 'Standard agreement',
      },
      requiresKycVerification: false,
      hasKycOnFile: false,
      signingHandoff: null,
    })
    expect(sandbox.world().cases()).toEqual([])
  })

  test('is not eligible where nobody collects', async () => {
    const { customer, referral } = callers(await started())
    const refused = { isEligible: false, ineligibilityReason: expect.any(String), pricingPreview: null }
    expect((await customer('POST', '/cases/preview', in_('AQ'))).body.result).toMatchObject({
      ...refused,
      partnerAssignment: null,
      requiredActions: [],
    })
    expect((await referral('POST', '/cases/preview', in_('AQ'))).body).toMatchObject(refused)
  })

  test('lists what a client has to sign first, and one page for all of it', async () => {
    const sandbox = await started()
    const { onboardingUrl } = sandbox.world().seedClient({ externalTenantId: 't', onboardingDone: false })
    const client = await callerForClient(sandbox, 't')
    const returnUrl = 'https://app.example.com/done?x=1'
    const { result } = (await client('POST', '/cases/preview', { ...in_('GI'), returnUrl })).body
    expect(result.requiredActions).toMatchObject([
      { type: 'MissingDebtCollectionContract', solutionUrl: onboardingUrl, isBlocking: true },
      { type: 'MissingPowerOfAttorney', isBlocking: true },
      { type: 'MissingKycVerification', isBlocking: true },
    ])
    expect(result).toMatchObject({ requiresKycVerification: true, hasKycOnFile: false })
    const combined = new URL(result.signingHandoff.combinedSigningUrl)
    expect(combined.searchParams.get('returnUrl')).toBe(returnUrl)
  })

  test.each(['/relative', 'javascript:alert(1)', 'https://x.example/\r\nSet-Cookie:a=b'])(
    'drops the return address %s',
    async (returnUrl) => {
      const { customer } = callers(await started())
      const { result } = (await customer('POST', '/cases/preview', { ...in_('GR'), returnUrl })).body
      expect(result.signingHandoff.combinedSigningUrl).not.toContain('returnUrl')
    },
  )

  test('tells a referral partner what its clients would have to sign', async () => {
    const { referral } = callers(await started())
    const { body } = await referral('POST', '/cases/preview', in_('GI'))
    expect(body).toMatchObject({
      isEligible: true,
      requiresKycVerification: true,
      pendingActions: [
        { type: 'PoA', collectionPartnerId: expect.any(String), dueDate: null },
        { type: 'Kyc', dueDate: null },
      ],
      combinedSigningUrl: null,
    })
    expect((await referral('POST', '/cases/preview', draft())).body.pendingActions).toEqual([])
  })

  test.each([
    ['amountToRecover', { amountToRecover: 0 }],
    ['currencyCode', { currencyCode: 'ZZZ' }],
    ['currencyCode', { currencyCode: 'EURO' }],
    ['debtor', { debtor: undefined }],
    ['debtor.type', { debtor: { type: 'Cat', countryAlpha2: 'DE' } }],
    ['debtor.countryAlpha2', { debtor: { type: 'Company', countryAlpha2: 'ZZ' } }],
    ['debtor.countryAlpha2', { debtor: { type: 'Company', countryAlpha2: 'DEU' } }],
    ['debtor.stateAlpha2', { debtor: { type: 'Company', countryAlpha2: 'US' } }],
    ['dueDate', { dueDate: '2026-06-18' }],
    ['dueDate', { dueDate: '2026-01-01', amountToRecoverOver12Months: 1, amountToRecoverOver24Months: 1 }],
    ['amountToRecoverOver24Months', { amountToRecoverOver12Months: 1 }],
    ['amountToRecoverOver6Months', { amountToRecoverOver6Months: 1 }],
    ['amountToRecoverOver12Months', { amountToRecoverOver12Months: 2000, amountToRecoverOver24Months: 1 }],
    ['returnUrl', { returnUrl: `https://x.example/${'x'.repeat(2048)}` }],
  ])('checks %s: %j', async (field, overrides) => {
    const { customer, referral } = callers(await started(at))
    const { status, body } = await customer('POST', '/cases/preview', draft(overrides))
    expect(status).toBe(400)
    expect(Object.keys(body)).toEqual([field])
    expect((await referral('POST', '/cases/preview', draft(overrides))).status).toBe(400)
  })

  test.each([
    ['2026-06-17', 0],
    ['2025-06-18', 0],
    ['2025-06-17', 10],
    ['2024-06-17', 20],
  ])('due on %s costs %d points more', async (dueDate, points) => {
    const { customer } = callers(await started(at))
    const { pricingPreview } = (await customer('POST', '/cases/preview', draft({ dueDate }))).body.result
    expect(pricingPreview).toMatchObject({
      ageSurchargePercentage: points,
      totalSuccessFeePercentage: 9.5 + points,
    })
  })
})

describe('costs what a case then costs', () => {
  const parts = { amountToRecoverOver12Months: 700, amountToRecoverOver24Months: 333 }
  test.each([
    ['where the jurisdiction adds to it', {}, {}, 15.5],
    ['over 12 months', { dueDate: '2025-01-15' }, {}, 25.5],
    ['over 24 months', { dueDate: '2024-01-15' }, {}, 35.5],
    ['in parts', parts, {}, 25.83],
    ['by the other formula', { dueDate: '2024-01-15' }, { ageSurcharge: '8-and-15' as const }, 30.5],
    ['in parts by the other formula', parts, { ageSurcharge: '8-and-15' as const }, 23.43],
  ])('%s', async (_, ages, behaviours, percent) => {
    const { customer } = callers(await started({ ...at, behaviours }))
    const preview = { ...in_('BR'), ...ages }
    const { pricingPreview } = (await customer('POST', '/cases/preview', preview)).body.result
    expect(pricingPreview.totalSuccessFeePercentage).toBe(percent)
    const debtor = { type: 'Company', name: 'A', address: 'B', city: 'C', countryAlpha2: 'BR' }
    const body = { ...draft({ debtor }), date: '2024-01-15', dueDate: '2026-01-15', ...ages }
    const { id } = (await customer('POST', '/cases', { ...body, isTest: true })).body
    await customer('POST', `/test/cases/${id}/advance`, { to: 'Active' })
    expect((await customer('GET', `/cases/${id}`)).body.preLegalSuccessFee).toBe(percent)
  })
})

describe('the surcharge for age', () => {
  test('is in proportion to the parts that are older', () => {
    const claim = {
      amountToRecover: 50_000,
      amountToRecoverOver12Months: 30_000,
      amountToRecoverOver24Months: 15_000,
    }
    expect(ageSurcharge(claim, NOT_DUE, DEFAULT_BEHAVIOURS)).toEqual({ points: 9, isBlended: true })
    expect(ageSurcharge(claim, NOT_DUE, { ageSurcharge: '8-and-15' }).points).toBe(6.9)
  })

  test('is never below nothing, nor above what the oldest claims cost', () => {
    const parts = fc.tuple(fc.nat(1_000_000), fc.nat(1_000_000), fc.integer({ min: 1, max: 1_000_000 }))
    fc.assert(
      fc.property(parts, ([old, middle, young]) => {
        const { points } = ageSurcharge(
          {
            amountToRecover: old + middle + young,
            amountToRecoverOver12Months: old + middle,
            amountToRecoverOver24Months: old,
          },
          NOT_DUE,
          DEFAULT_BEHAVIOURS,
        )
        return points >= 0 && points <= 20
      }),
    )
  })
})
