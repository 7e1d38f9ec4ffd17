import { describe, expect, test } from 'vitest'
import { callers, started } from '../callers.ts'

describe('coverage', () => {
  test('lists countries, and the states of the US as jurisdictions of their own', async () => {
    const { customer } = callers(await started())
    const { status, body } = await customer('GET', '/coverage')
    expect(status).toBe(200)
    const countries = new Set(body.map((item: { country: string }) => item.country))
    expect(countries.size).toBeGreaterThan(30)
    expect(body.filter((item: { usStateAlpha2: unknown }) => item.usStateAlpha2 !== null)).toHaveLength(52)
    const ids = body.map((item: { jurisdictionId: number }) => item.jurisdictionId)
    expect(new Set(ids).size).toBe(ids.length)
    expect(
      body.find((item: { jurisdiction: string }) => item.jurisdiction === 'United States - California'),
    ).toMatchObject({
      country: 'United States',
      countryAlpha2: 'US',
      usStateAlpha2: 'CA',
      partners: [{ conditions: 'All cases', signed: true, solutionUrl: null, termsUrl: null }],
    })
  })

  test('shows a jurisdiction by its number', async () => {
    const { customer } = callers(await started())
    const [first] = (await customer('GET', '/coverage')).body
    expect(await customer('GET', `/coverage/${first.jurisdictionId}`)).toMatchObject({
      status: 200,
      body: first,
    })
    for (const id of ['1', 'DK', '99999999999', '1.5']) {
      expect((await customer('GET', `/coverage/${id}`)).status).toBe(404)
    }
  })

  test.each(['/coverage/search', '/coverage/:search', '/Coverage/Search'])(
    '%s finds the one that fits best',
    async (path) => {
      const { customer } = callers(await started())
      const found = async (q: string) => (await customer('GET', `${path}?q=${q}`)).body.jurisdiction
      expect(await found('dk')).toBe('Denmark')
      expect(await found('CA')).toBe('Canada')
      expect(await found('us-ca')).toBe('United States - California')
      expect(await found('Texas')).toBe('United States - Texas')
      expect(await found('zeal')).toBe('New Zealand')
      expect((await customer('GET', path)).status).toBe(400)
      expect((await customer('GET', `${path}?q=%20`)).status).toBe(400)
      expect((await customer('GET', `${path}?q=atlantis`)).status).toBe(404)
    },
  )

  test('lists a place where nobody collects with no partner', async () => {
    const { customer, referral } = callers(await started())
    expect((await customer('GET', '/coverage/search?q=AQ')).body.partners).toEqual([])
    const { body } = await referral('GET', '/coverage')
    expect(body.find((item: { countryAlpha2: string }) => item.countryAlpha2 === 'AQ').partners).toEqual([])
    expect(body.find((item: { countryAlpha2: string }) => item.countryAlpha2 === 'GR').partners).toEqual([
      { partnerId: expect.any(String), partnerName: expect.any(String), conditions: 'All cases' },
    ])
  })

  test('tells where a power of attorney has to be signed', async () => {
    const { customer } = callers(await started())
    expect((await customer('GET', '/coverage/search?q=Greece')).body.partners).toMatchObject([
      { signed: false, requiresResigning: false, termsUrl: null, solutionUrl: expect.any(String) },
    ])
  })
})

describe('eligibility', () => {
  const question = (overrides: object = {}) => ({
    countryAlpha2: 'PL',
    debtorType: 'Company',
    amount: 2500,
    currencyCode: 'EUR',
    ...overrides,
  })
  const asked = async (overrides: object) =>
    callers(await started()).customer('POST', '/coverage/check-eligibility', question(overrides))

  test('names the partner and what it needs', async () => {
    const { status, body } = await asked({})
    expect(status).toBe(200)
    expect(body).toMatchObject({
      isEligible: true,
      jurisdiction: { name: 'Poland', countryAlpha2: 'PL', usStateAlpha2: null },
      partner: { id: expect.any(String), name: expect.any(String) },
      powerOfAttorneyStatus: { signed: true, solutionUrl: null },
      errorMessage: null,
    })
    expect((await asked({ countryAlpha2: 'GR' })).body.powerOfAttorneyStatus).toMatchObject({
      signed: false,
      solutionUrl: expect.stringContaining('/PowerOfAttorney/Sign/') as string,
    })
  })

  test('says so where nobody collects', async () => {
    expect((await asked({ countryAlpha2: 'AQ' })).body).toMatchObject({
      isEligible: false,
      partner: null,
      powerOfAttorneyStatus: null,
      errorMessage: expect.stringContaining('Antarctica') as string,
    })
  })

  test.each([
    ['an unlisted country', { countryAlpha2: 'FJ' }, true],
    ['a state of the US', { countryAlpha2: 'US', stateAlpha2: 'ny' }, true],
  ])('takes %s', async (_, overrides, isEligible) => {
    expect((await asked(overrides)).body.isEligible).toBe(isEligible)
  })

  test('takes listed countries only where the behaviour says so', async () => {
    const { customer } = callers(await started({ behaviours: { unlistedCountries: 'uncovered' } }))
    const eligible = async (countryAlpha2: string) =>
      (await customer('POST', '/coverage/check-eligibility', question({ countryAlpha2 }))).body.isEligible
    expect([await eligible('FJ'), await eligible('PL')]).toEqual([false, true])
  })

  test.each([
    ['countryAlpha2', { countryAlpha2: 'ZZ' }],
    ['countryAlpha2', { countryAlpha2: 'Poland' }],
    ['countryAlpha2', { countryAlpha2: undefined }],
    ['stateAlpha2', { countryAlpha2: 'US' }],
    ['stateAlpha2', { countryAlpha2: 'US', stateAlpha2: 'ZZ' }],
    ['debtorType', { debtorType: 'Cat' }],
    ['currencyCode', { currencyCode: 'XYZ' }],
    ['amount', { amount: 0 }],
  ])('checks %s: %j', async (field, overrides) => {
    const { status, body } = await asked(overrides)
    expect(status).toBe(400)
    expect(Object.keys(body)).toEqual([field])
  })
})
