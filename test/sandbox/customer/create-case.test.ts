import { describe, expect, test } from 'vitest'
import { callerForClient, callers, started } from '../callers.ts'
import { claim } from '../payloads.ts'

test('answers the whole case at once: 200, labels, and the caller’s own values under their new names', async () => {
  const { customer } = callers(await started({ now: () => new Date('2026-06-17T08:30:00.123Z') }))
  const { status, body } = await customer(
    'POST',
    '/cases',
    claim({
      comments: 'Call first',
      creditorReference: 'INV-1',
      currencyCode: 'usd',
      assignedUserEmail: 'a@b.example',
    }),
  )
  expect(status).toBe(200)
  expect(body).toMatchObject({
    reference: expect.stringMatching(/^[A-Z0-9]{8}$/) as string,
    creditorReference: 'INV-1',
    creditorComments: 'Call first',
    grossAmount: 1250,
    remainder: 1250,
    currency: 'USD',
    isTestCase: true,
    lifecycle: 'Pending Verification Internal',
    closeCode: null,
    date: '2026-01-15T00:00:00.000Z',
    dueDate: '2026-01-15T00:00:00.000Z',
    dateCreated: '2026-06-17T08:30:00.123Z',
    collectionPartner: null,
    assignedUser: { email: 'a@b.example' },
    debtor: { type: 'Company', name: 'Acme Ltd', countryAlpha2: 'GB', phone: null },
  })
})

test('never tells a tag', async () => {
  const { customer } = callers(await started())
  const made = await customer('POST', '/cases', claim({ tag: 'secret-tag' }))
  const read = await customer('GET', `/cases/${made.body.id}`)
  const listed = await customer('GET', '/cases')
  expect(JSON.stringify([made.body, read.body, listed.body])).not.toContain('secret-tag')
})

test('reads write times without a zone, unless told otherwise', async () => {
  const now = () => new Date('2026-06-17T08:30:00.123Z')
  const read = async (naiveTimestamps: boolean) => {
    const { customer } = callers(await started({ now, behaviours: { naiveTimestamps } }))
    const { body } = await customer('POST', '/cases', claim())
    return (await customer('GET', `/cases/${body.id}`)).body.dateCreated
  }
  expect(await read(true)).toBe('2026-06-17T08:30:00.123')
  expect(await read(false)).toBe('2026-06-17T08:30:00.123Z')
})

describe('the first lifecycle', () => {
  test('is internal verification, or what the behaviour says', async () => {
    const lifecycle = async (initialLifecycle: 'PendingVerificationInternal' | 'PendingVerification') => {
      const { customer } = callers(await started({ behaviours: { initialLifecycle } }))
      return (await customer('POST', '/cases', claim())).body.lifecycle
    }
    expect(await lifecycle('PendingVerificationInternal')).toBe('Pending Verification Internal')
    expect(await lifecycle('PendingVerification')).toBe('Pending Verification')
  })

  test('is verification where Debitura’s own is skipped', async () => {
    const { customer } = callers(await started())
    const { body } = await customer('POST', '/cases', claim({ skipDebituraVerification: true }))
    expect(body.lifecycle).toBe('Pending Verification')
  })
})

test('a case that is no test case goes to the collection partner', async () => {
  const { customer, partner } = callers(await started())
  const { body } = await customer(
    'POST',
    '/cases',
    claim({ isTest: undefined, skipDebituraVerification: true }),
  )
  expect(body).toMatchObject({
    isTestCase: false,
    collectionPartner: { name: 'Sandbox Collection Partner (default)' },
  })
  expect((await partner('GET', '/cases')).body.cases).toMatchObject([{ id: body.id }])
})

describe('fields that do not hold are a 400 by field', () => {
  test.each([
    ['currencyCode', { currencyCode: 'XYZ' }],
    ['currencyCode', { currencyCode: '' }],
    ['currencyCode', { currencyCode: undefined }],
    ['currencyCode', { currencyCode: null }],
    ['date', { date: undefined }],
    ['date', { date: '2026-02-31' }],
    ['date', { date: '2026-13-01T08:00:00' }],
    ['dueDate', { dueDate: '2025-02-29' }],
    ['amountToRecover', { amountToRecover: undefined }],
    ['amountToRecover', { amountToRecover: 0 }],
    ['amountToRecover', { amountToRecover: -5 }],
    ['amountToRecover', { amountToRecover: 1e308 }],
    ['tag', { tag: 'x'.repeat(101) }],
    ['creditorReference', { creditorReference: 'x'.repeat(51) }],
    ['comments', { comments: 'x'.repeat(4001) }],
    ['debtor', { debtor: undefined }],
    ['debtor.type', { debtor: { ...claim().debtor, type: 'Robot' } }],
    ['debtor.name', { debtor: { ...claim().debtor, name: ' ' } }],
    ['debtor.name', { debtor: { ...claim().debtor, name: undefined } }],
    ['debtor.address', { debtor: { ...claim().debtor, address: undefined } }],
    ['debtor.city', { debtor: { ...claim().debtor, city: '' } }],
    ['debtor.email', { debtor: { ...claim().debtor, email: 'nobody' } }],
    ['debtor.countryAlpha2', { debtor: { ...claim().debtor, countryAlpha2: 'XX' } }],
    ['debtor.countryAlpha2', { debtor: { ...claim().debtor, countryAlpha2: undefined } }],
    ['debtor.countryAlpha2', { debtor: { ...claim().debtor, countryAlpha2: 'Germany' } }],
    ['debtor.country', { debtor: { ...claim().debtor, countryAlpha2: undefined, country: 'Atlantis' } }],
    ['debtor.stateAlpha2', { debtor: { ...claim().debtor, countryAlpha2: 'US' } }],
    ['debtor.stateAlpha2', { debtor: { ...claim().debtor, countryAlpha2: 'US', stateAlpha2: 'ZZ' } }],
    ['amountToRecoverOver24Months', { amountToRecoverOver12Months: 10 }],
    ['amountToRecoverOver12Months', { amountToRecoverOver24Months: 10 }],
    ['amountToRecoverOver12Months', { amountToRecoverOver12Months: 2000, amountToRecoverOver24Months: 10 }],
    ['amountToRecoverOver24Months', { amountToRecoverOver12Months: 10, amountToRecoverOver24Months: 11 }],
    ['amountToRecoverOver6Months', { amountToRecoverOver6Months: 10 }],
    ['creditorDivisionId', { creditorDivisionId: '11111111-2222-4333-8444-555555555555' }],
  ])('%s', async (field, overrides) => {
    const sandbox = await started()
    const { status, body } = await callers(sandbox).customer('POST', '/cases', claim(overrides))
    expect(status).toBe(400)
    expect(body).toEqual({ [field]: [expect.any(String)] })
    expect(sandbox.world().cases()).toEqual([])
  })

  test.each([
    ['currencyCode', 'Invalid currency code: XYZ', { currencyCode: 'XYZ' }],
    ['date', 'Case date cannot be in the future', { date: '2026-06-18', dueDate: null }],
    ['dueDate', 'Due date cannot be earlier than the case date', { dueDate: '2026-01-14T23:59:59Z' }],
    ['dueDate', 'Due date must be in the past', { dueDate: '2026-06-18' }],
    ['amountToRecover', 'Case total must be a positive amount', { amountToRecover: 0 }],
    ['debtor', 'Debtor information is required', { debtor: undefined }],
    ['debtor', 'Debtor information is required', { debtor: null }],
    ['debtor.type', 'Invalid debtor type', { debtor: { ...claim().debtor, type: 'Robot' } }],
    [
      'debtor.countryAlpha2',
      'Invalid country code: ZZ',
      { debtor: { ...claim().debtor, countryAlpha2: 'ZZ' } },
    ],
    [
      'debtor.stateAlpha2',
      'A state code (debtor.stateAlpha2) is required for US debtors',
      { debtor: { ...claim().debtor, countryAlpha2: 'US' } },
    ],
  ])('%s in Debitura’s words: %s', async (field, message, overrides) => {
    const { customer } = callers(await started({ now: () => new Date('2026-06-17T08:30:00Z') }))
    const { status, body } = await customer('POST', '/cases', claim(overrides))
    expect(status).toBe(400)
    expect(body).toEqual({ [field]: [message] })
  })

  test.each([
    ['a case of today', { date: '2026-06-17' }],
    ['a case of this very moment, told in another zone', { date: '2026-06-18T01:30:00+03:00' }],
    ['a claim that falls due today', { dueDate: '2026-06-17' }],
    ['a claim that fell due on the day of the case', { date: '2026-01-15T12:00:00Z', dueDate: '2026-01-15' }],
  ])('%s is taken', async (_, overrides) => {
    const { customer } = callers(await started({ now: () => new Date('2026-06-17T22:30:00Z') }))
    expect((await customer('POST', '/cases', claim(overrides))).status).toBe(200)
  })

  test('several at once are all told', async () => {
    const { customer } = callers(await started())
    const { body } = await customer('POST', '/cases', { currencyCode: 'EUR' })
    expect(Object.keys(body).toSorted()).toEqual(['amountToRecover', 'date', 'debtor'])
  })
})

test.each([
  [{ type: 'Private', name: 'Jo Doe', address: 'a', city: 'c', countryAlpha2: 'de' }],
  [{ type: 'Person', name: 'Jo Doe', address: 'a', city: 'c', country: 'Germany' }],
  [{ type: 'Company', name: 'Jo Inc', address: 'a', city: 'c', countryAlpha2: 'US', stateAlpha2: 'US-CA' }],
  [
    {
      type: 'Company',
      name: 'Jo Inc',
      address: 'a',
      city: 'c',
      countryAlpha2: 'US',
      stateAlpha2: 'California',
    },
  ],
])('takes the debtor %j', async (debtor) => {
  const { customer } = callers(await started())
  expect((await customer('POST', '/cases', claim({ debtor }))).status).toBe(200)
})

test('asks for less where the schema alone decides', async () => {
  const { customer } = callers(await started({ behaviours: { caseRequirements: 'schema' } }))
  const debtor = { type: 'Private', name: 'Jo Doe', countryAlpha2: 'DE' }
  expect((await customer('POST', '/cases', { currencyCode: 'EUR', amountToRecover: 1, debtor })).status).toBe(
    200,
  )
})

describe('a creditor reference', () => {
  test('is the creditor’s own once, and free again after deletion', async () => {
    const { customer } = callers(await started())
    const first = await customer('POST', '/cases', claim({ creditorReference: 'INV-1' }))
    const second = await customer('POST', '/cases', claim({ creditorReference: 'INV-1' }))
    expect(second).toMatchObject({ status: 400, body: { businessErrors: [{ type: 'DuplicateReference' }] } })
    await customer('DELETE', `/test/cases/${first.body.id}`)
    expect((await customer('POST', '/cases', claim({ creditorReference: 'INV-1' }))).status).toBe(200)
  })

  test('may repeat among creditors, and everywhere if the behaviour says so', async () => {
    const sandbox = await started({ behaviours: { duplicateCreditorReference: 'allow' } })
    const { customer } = callers(sandbox)
    for (const _ of [1, 2]) {
      expect((await customer('POST', '/cases', claim({ creditorReference: 'INV-1' }))).status).toBe(200)
    }
    const strict = await started()
    strict.world().seedClient({ externalTenantId: 't' })
    await callers(strict).customer('POST', '/cases', claim({ creditorReference: 'INV-1' }))
    const client = await callerForClient(strict, 't')
    expect((await client('POST', '/cases', claim({ creditorReference: 'INV-1' }))).status).toBe(200)
  })
})

test('an unknown collection partner is a 422', async () => {
  const { customer } = callers(await started())
  const body = claim({ collectionPartnerId: '11111111-2222-4333-8444-555555555555' })
  expect(await customer('POST', '/cases', body)).toMatchObject({
    status: 422,
    body: { businessErrors: [{ type: 'NoPartnerAvailable' }], signingHandoff: null },
  })
})

describe('a client that has not signed', () => {
  test('is told where to sign', async () => {
    const sandbox = await started()
    const { onboardingUrl } = sandbox.world().seedClient({ externalTenantId: 't', onboardingDone: false })
    const client = await callerForClient(sandbox, 't')
    const { status, body } = await client('POST', '/cases', claim())
    expect(status).toBe(422)
    expect(body).toMatchObject({
      businessErrors: [{ type: 'MissingDebtCollectionContract', solutionUrl: onboardingUrl }],
      signingHandoff: { combinedSigningUrl: expect.stringContaining('/Signing/') as string },
    })
  })

  test('may leave cases that wait for the signature', async () => {
    const sandbox = await started()
    const { onboardingUrl } = sandbox.world().seedClient({ externalTenantId: 't', onboardingDone: false })
    const client = await callerForClient(sandbox, 't')
    const { body } = await client('POST', '/cases', claim({ allowPendingContracts: true }))
    expect(body).toMatchObject({
      lifecycle: 'Pending contract signing',
      solutionUrl: onboardingUrl,
      signingHandoff: { combinedSigningUrl: expect.stringContaining('/Signing/') as string },
    })
  })
})
