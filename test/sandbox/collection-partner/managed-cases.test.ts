import { describe, expect, test } from 'vitest'
import type { SandboxOptions } from '../../../src/sandbox/index.ts'
import { callers, started } from '../callers.ts'
import { claim, managedClaim } from '../payloads.ts'

describe('creating a managed case', () => {
  test('answers the case, assigned to the caller, with a creditor of its own', async () => {
    const { partner } = callers(await started())
    const first = await partner(
      'POST',
      '/managed-cases',
      managedClaim({ creditorReference: 'X', comments: 'c' }),
    )
    const second = await partner('POST', '/managed-cases', managedClaim({ creditorReference: 'X' }))
    expect(first).toMatchObject({
      status: 200,
      body: {
        isTestCase: true,
        lifecycle: 'Pending Verification',
        creditorReference: 'X',
        creditorComments: 'c',
        grossAmount: 900,
        currency: 'EUR',
        creditor: { companyName: 'Nordic Goods', country: 'Denmark' },
        collectionPartner: { name: 'Sandbox Collection Partner (default)' },
      },
    })
    expect(second.body.creditor.id).not.toBe(first.body.creditor.id)
  })

  test.each([
    ['creditorCompanyName', { creditorCompanyName: '' }],
    ['creditorCountryAlpha2', { creditorCountryAlpha2: undefined }],
    ['creditorCountryAlpha2', { creditorCountryAlpha2: 'XX' }],
    ['creditorCountry', { creditorCountryAlpha2: undefined, creditorCountry: 'Atlantis' }],
    ['currencyCode', { currencyCode: 'XYZ' }],
    ['date', { date: undefined }],
    ['date', { date: '9999-01-01' }],
    ['dueDate', { dueDate: '2026-01-14' }],
    ['debtor', { debtor: undefined }],
    ['debtor.contactPerson', { debtor: { ...managedClaim().debtor, contactPerson: undefined } }],
    ['debtor.countryAlpha2', { debtor: { ...managedClaim().debtor, countryAlpha2: undefined } }],
    ['debtor.stateAlpha2', { debtor: { ...managedClaim().debtor, countryAlpha2: 'US' } }],
    ['tag', { tag: 'x'.repeat(101) }],
  ])('%s is checked', async (field, overrides) => {
    const { partner } = callers(await started())
    const { status, body } = await partner('POST', '/managed-cases', managedClaim(overrides))
    expect(status).toBe(400)
    expect(Object.keys(body)).toEqual([field])
  })

  test('of a person needs no contact, and a country by name will do', async () => {
    const { partner } = callers(await started())
    const debtor = { type: 'Person', name: 'Jo Doe', country: 'Germany' }
    const body = managedClaim({ debtor, creditorCountryAlpha2: undefined, creditorCountry: 'denmark' })
    expect((await partner('POST', '/managed-cases', body)).status).toBe(200)
  })
})

describe('reading', () => {
  test('managed cases are listed, test cases among them', async () => {
    const { partner } = callers(await started())
    const { body } = await partner('POST', '/managed-cases', managedClaim())
    expect((await partner('GET', '/managed-cases')).body.cases).toMatchObject([{ id: body.id }])
    expect((await partner('GET', `/managed-cases/${body.id}`)).body.id).toBe(body.id)
  })

  test('/cases shows test cases only when asked to, and by id always', async () => {
    const sandbox = await started()
    const { partner } = callers(sandbox)
    const { id } = (await partner('POST', '/managed-cases', managedClaim())).body
    const production = sandbox.world().seedCase({ lifecycle: 'Active' }).id
    const listed = async (query: string) =>
      (await partner('GET', `/cases?${query}`)).body.cases.map((one: { id: string }) => one.id)
    expect(await listed('')).toEqual([production])
    expect(await listed('IncludeTestCases=True')).toEqual([production, id])
    expect((await partner('GET', `/cases/${id}`)).body.id).toBe(id)
  })

  test('/cases hides what Debitura still verifies', async () => {
    const sandbox = await started({ behaviours: { initialManagedLifecycle: 'PendingVerificationInternal' } })
    const { partner } = callers(sandbox)
    const { id } = (await partner('POST', '/managed-cases', managedClaim())).body
    const production = sandbox.world().seedCase({ lifecycle: 'PendingVerificationInternal' }).id
    expect((await partner('GET', '/cases?includeTestCases=true')).body.cases).toEqual([])
    expect((await partner('GET', `/cases/${id}`)).status).toBe(200)
    expect((await partner('GET', `/cases/${production}`)).status).toBe(404)
    const strict = await started({
      behaviours: { initialManagedLifecycle: 'PendingVerificationInternal', hiddenTestCaseById: 'not-found' },
    })
    const hidden = (await callers(strict).partner('POST', '/managed-cases', managedClaim())).body.id
    expect((await callers(strict).partner('GET', `/cases/${hidden}`)).status).toBe(404)
    expect((await callers(strict).partner('GET', `/managed-cases/${hidden}`)).status).toBe(200)
  })

  test('a creditor’s own test case is nobody’s to collect', async () => {
    const { customer, partner } = callers(await started())
    const { id } = (await customer('POST', '/cases', claim())).body
    expect((await partner('GET', `/cases/${id}`)).status).toBe(404)
    expect((await partner('GET', '/cases?includeTestCases=true')).body.cases).toEqual([])
  })
})

describe('test primitives', () => {
  test('a managed case is advanced, and deleted by id or by tag', async () => {
    const sandbox = await started()
    const { customer, partner } = callers(sandbox)
    const { id } = (await partner('POST', '/managed-cases', managedClaim())).body
    expect(
      (await partner('POST', `/test/cases/${id}/advance`, { to: 'Closed:Paid', amount: 900 })).body,
    ).toEqual({
      advanced: true,
      state: 'Closed:Paid',
    })
    expect((await partner('DELETE', `/test/cases/${id}`)).status).toBe(204)
    await partner('POST', '/managed-cases', managedClaim({ tag: 'run' }))
    await customer('POST', '/cases', claim({ tag: 'run' }))
    expect((await partner('DELETE', '/test/cases?tag=run')).status).toBe(204)
    expect(sandbox.world().cases()).toMatchObject([{ currency: 'USD', tag: 'run' }])
  })

  test('the log of a known case is empty without a subscription', async () => {
    const { partner } = callers(await started())
    const { id } = (await partner('POST', '/managed-cases', managedClaim())).body
    expect((await partner('GET', `/webhooks/events?caseId=${id}`)).body).toEqual([])
    expect((await partner('GET', '/webhooks/events')).status).toBe(400)
  })
})

test('a managed case is unknown to another world’s partner', async () => {
  const sandbox = await started()
  const { id } = (await callers(sandbox).partner('POST', '/managed-cases', managedClaim())).body
  expect((await callers(sandbox, 'other').partner('GET', `/managed-cases/${id}`)).status).toBe(404)
})

test('test cases are listed, or not where the behaviour says so', async () => {
  const listed = async (options?: SandboxOptions) => {
    const { partner } = callers(await started(options))
    for (const isTest of [true, false]) await partner('POST', '/managed-cases', managedClaim({ isTest }))
    const { page, cases } = (await partner('GET', '/managed-cases')).body
    expect(cases).toHaveLength(page.totalResults)
    return cases.map(({ isTestCase }: { readonly isTestCase: boolean }) => isTestCase)
  }
  expect(await listed()).toEqual([false, true])
  expect(await listed({ behaviours: { testCasesInManagedList: 'hide' } })).toEqual([false])
})
