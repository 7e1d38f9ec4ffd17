import { describe, expect, test } from 'vitest'
import { callerForClient, callers, started } from '../callers.ts'
import { applicant, claim, managedClaim } from '../payloads.ts'

const claimIn = (countryAlpha2: string, overrides: object = {}) =>
  claim({ debtor: { ...claim().debtor, countryAlpha2 }, ...overrides })
const typesOf = (answer: { readonly body: { readonly businessErrors: readonly { type: string }[] } }) =>
  answer.body.businessErrors.map(({ type }) => type)

describe('a case is refused', () => {
  test('by its fields, then its jurisdiction, then its creditor, then what is unsigned', async () => {
    const sandbox = await started()
    sandbox.world().seedClient({ externalTenantId: 't', onboardingDone: false })
    sandbox.world().setStanding({ blocked: true }, 't')
    const client = await callerForClient(sandbox, 't')
    expect((await client('POST', '/cases', claimIn('AQ', { currencyCode: 'ZZZ' }))).status).toBe(400)
    const uncovered = await client('POST', '/cases', claimIn('AQ'))
    expect(uncovered).toMatchObject({ status: 422, body: { signingHandoff: null } })
    expect(typesOf(uncovered)).toEqual(['NoPartnerAvailable'])
    expect(typesOf(await client('POST', '/cases', claimIn('GI')))).toEqual(['CreditorBlocked'])
    sandbox.world().setStanding({ blocked: false }, 't')
    expect(typesOf(await client('POST', '/cases', claimIn('GI')))).toEqual([
      'MissingDebtCollectionContract',
      'MissingPowerOfAttorney',
      'MissingKycVerification',
    ])
    const pending = await client('POST', '/cases', claimIn('GI', { allowPendingContracts: true }))
    expect(typesOf(pending)).toEqual(['MissingKycVerification'])
    sandbox.world().setStanding({ contract: 'Signed', powerOfAttorney: 'Signed' }, 't')
    expect(typesOf(await client('POST', '/cases', claimIn('GI')))).toEqual(['MissingKycVerification'])
    expect(sandbox.world().cases()).toEqual([])
  })

  test('by the account behind the key for a power of attorney, and never for its director', async () => {
    const sandbox = await started()
    const { customer } = callers(sandbox)
    const refused = await customer('POST', '/cases', claimIn('GI'))
    expect(typesOf(refused)).toEqual(['MissingPowerOfAttorney'])
    const { body } = await customer('POST', '/cases', claimIn('GI', { allowPendingContracts: true }))
    expect(body).toMatchObject({ lifecycle: 'Pending contract signing', solutionUrl: expect.any(String) })
    sandbox.world().setStanding({ powerOfAttorney: 'Signed' })
    expect((await customer('GET', `/cases/${body.id}`)).body.lifecycle).toBe('Pending Verification Internal')
  })

  test('in the UK only where the behaviour asks for its director', async () => {
    const sandbox = await started({ behaviours: { ukNeedsKyc: true } })
    sandbox.world().seedClient({ externalTenantId: 't' })
    const client = await callerForClient(sandbox, 't')
    expect(typesOf(await client('POST', '/cases', claimIn('GB')))).toEqual(['MissingKycVerification'])
    expect((await client('POST', '/cases', claimIn('DE'))).status).toBe(200)
  })

  test('that comes with a new client by its failure, and the client is made', async () => {
    const { referral } = callers(await started())
    const cases = [claimIn('AQ'), claimIn('DE')]
    const { status, body } = await referral('POST', '/clients', applicant('t', { cases }))
    expect(status).toBe(202)
    expect(body.caseResults.successfulCases).toHaveLength(1)
    expect(body.caseResults.failedCases).toMatchObject([{ caseIndex: 0, errorType: 'NoPartnerAvailable' }])
  })

  test('of a contract status that is another account’s', async () => {
    const sandbox = await started()
    const { customer } = callers(sandbox)
    sandbox.world().seedClient({ externalTenantId: 't' })
    const client = await callerForClient(sandbox, 't')
    const { id } = (await customer('POST', '/cases', claim())).body
    expect((await client('GET', `/cases/${id}/contract-status`)).status).toBe(404)
    expect((await client('GET', '/cases/nonsense/contract-status')).status).toBe(400)
  })
})

test('a managed case needs no contract, and yet a place where somebody collects', async () => {
  const { partner } = callers(await started())
  const managed = (countryAlpha2: string) =>
    partner('POST', '/managed-cases', managedClaim({ debtor: { ...managedClaim().debtor, countryAlpha2 } }))
  expect((await managed('GR')).status).toBe(200)
  const refused = await managed('AQ')
  expect(refused.status).toBe(422)
  expect(typesOf(refused)).toEqual(['NoPartnerAvailable'])
})

test('a referral partner filters cases by the numbers of countries that it is told', async () => {
  const sandbox = await started()
  const { referral } = callers(sandbox)
  sandbox.world().seedCase({
    externalTenantId: sandbox.world().seedClient({ externalTenantId: 't' }).externalTenantId,
  })
  const { countries, carveoutPartners } = (await referral('GET', '/referral-partner/filter-options')).body
  const idOf = (name: string) => countries.find((country: { name: string }) => country.name === name).id
  const found = async (query: string) => (await referral('GET', `/cases?${query}`)).body.cases.length
  expect(await found(`CountryIds=${idOf('Germany')}`)).toBe(1)
  expect(await found(`CountryIds=${idOf('Denmark')}`)).toBe(0)
  expect(await found(`CollectionPartnerIds=${carveoutPartners[0].id}`)).toBe(1)
})
