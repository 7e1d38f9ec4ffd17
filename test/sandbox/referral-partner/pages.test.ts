import { expect, test } from 'vitest'
import { callerForClient, callers, started } from '../callers.ts'
import { open, press } from '../pages.ts'
import { applicant, claim } from '../payloads.ts'

const debtorIn = (countryAlpha2: string) => ({ ...claim().debtor, countryAlpha2 })

async function newcomer() {
  const sandbox = await started()
  const { referral } = callers(sandbox)
  const { body } = await referral('POST', '/clients', applicant('t'))
  const client = await callerForClient(sandbox, 't')
  return { sandbox, referral, client, url: body.onboardingLinks.url as string }
}

test('onboarding leads over the company and its users to the signature, and back', async () => {
  const { referral, url, sandbox } = await newcomer()
  const back = `${sandbox.urls.customer}/done`
  const details = await open(`${url}?returnUrl=${encodeURIComponent(back)}`)
  const users = await press(details, 'Continue', { city: 'Bonn', companyRegistrationNumber: 'HRB 1' })
  expect(users.html).toContain('ada@t.example.com')
  const sign = await press(users, 'Continue')
  expect((await referral('GET', '/clients/t')).body.onboardingDone).toBe(false)
  expect((await press(sign, 'Sign the contract')).url).toBe(back)
  expect((await referral('GET', '/clients/t')).body).toMatchObject({
    onboardingDone: true,
    onboardingLinks: null,
    client: { city: 'Bonn', companyRegistrationNumber: 'HRB 1', zipCode: null },
  })
  expect((await open(sign.url)).html).toContain('role="status"')
})

test('one combined address leads through all that a case waits for, and then lets it go on', async () => {
  const { client } = await newcomer()
  const kyc = {
    directorFullName: 'Ada',
    directorHomeAddress: '1 High Street',
    directorDateOfBirth: '1970-01-31',
  }
  const refused = await client('POST', '/cases', claim({ debtor: debtorIn('GI') }))
  const details = await open(refused.body.signingHandoff.combinedSigningUrl)
  expect(details.url).toContain('/onboarding/companydetails/')
  const sign = await press(await press(details, 'Continue'), 'Continue')
  const poa = await press(sign, 'Sign the contract')
  expect(poa.url).toContain('/PowerOfAttorney/Sign/')
  const director = await press(poa, 'Sign the power of attorney')
  expect(director.url).toContain('/KycVerification/Submit/')
  expect((await press(director, 'Submit', { ...kyc, directorDateOfBirth: '1970-02-31' })).status).toBe(400)
  expect((await press(director, 'Submit', kyc)).html).toContain('role="status"')
  expect((await client('POST', '/cases', claim({ debtor: debtorIn('GI') }))).status).toBe(200)
})

test('a case that waits for two signatures goes on with the second, and tells what is missing meanwhile', async () => {
  const { client, url } = await newcomer()
  const body = claim({ debtor: debtorIn('GR'), allowPendingContracts: true })
  const made = (await client('POST', '/cases', body)).body
  const now = async () => (await client('GET', `/cases/${made.id}/contract-status`)).body
  expect(await now()).toEqual({
    sdca: { signed: false, requiresResigning: false, solutionUrl: url },
    poa: {
      signed: false,
      requiresResigning: false,
      solutionUrl: expect.stringContaining('/PowerOfAttorney/Sign/') as string,
    },
    pricingAppendix: null,
    collectionPartnerName: null,
    needsPoaSigning: true,
  })
  await fetch(url, { method: 'POST' })
  expect((await client('GET', `/cases/${made.id}`)).body.lifecycle).toBe('Pending contract signing')
  const { poa } = await now()
  await press(await open(poa.solutionUrl), 'Sign the power of attorney')
  expect((await client('GET', `/cases/${made.id}`)).body.lifecycle).toBe('Pending Verification Internal')
  expect(await now()).toMatchObject({
    sdca: { signed: true, solutionUrl: null },
    poa: { signed: true, solutionUrl: null },
    needsPoaSigning: false,
  })
  const { partners } = (await client('GET', '/coverage/search?q=GR')).body
  expect(partners[0]).toMatchObject({ signed: true, solutionUrl: null })
  expect((await open(partners[0].termsUrl)).html).toContain('Power of attorney')
})

test('a new version of the contract has to be signed again: the client is not onboarded until it is', async () => {
  const { sandbox, referral, client, url } = await newcomer()
  const status = async () => (await client('GET', '/contracts/debt-collection/status')).body
  expect(await status()).toEqual({
    signed: false,
    requiresResigning: false,
    invalidationReason: 'None',
    termsUrl: null,
    solutionUrl: url,
  })
  await fetch(url, { method: 'POST' })
  expect(await status()).toMatchObject({ signed: true, solutionUrl: null, termsUrl: expect.any(String) })
  sandbox.world().setStanding({ contract: 'NewVersion' }, 't')
  expect(await status()).toMatchObject({
    signed: true,
    requiresResigning: true,
    invalidationReason: 'NewVersion',
    solutionUrl: expect.stringContaining('/ContractUpgrade/Sign/') as string,
  })
  const again = await referral('POST', '/clients', applicant('t'))
  expect(again.status).toBe(202)
  expect((await client('POST', '/cases', claim())).status).toBe(422)
  await press(await open(again.body.onboardingLinks.url), 'Sign the new contract')
  expect((await referral('POST', '/clients', applicant('t'))).status).toBe(201)
  expect((await client('POST', '/cases', claim())).status).toBe(200)
})

test('the account behind the API key signs anew too', async () => {
  const sandbox = await started()
  const { customer } = callers(sandbox)
  sandbox.world().setStanding({ contract: 'CreditorNameChanged' })
  const { solutionUrl } = (await customer('GET', '/contracts/debt-collection/status')).body
  expect((await customer('POST', '/cases', claim())).status).toBe(422)
  await press(await open(solutionUrl), 'Sign the new contract')
  expect((await customer('POST', '/cases', claim())).status).toBe(200)
})

test.each([
  ['another partner', '?collectionPartnerId=11111111-2222-4333-8444-555555555555'],
  ['no partner', ''],
])('a power of attorney for %s is a 404', async (_, query) => {
  const { url } = await newcomer()
  const page = url.replace('/onboarding/companydetails/', '/PowerOfAttorney/Sign/') + query
  expect([(await open(page)).status, (await fetch(page, { method: 'POST' })).status]).toEqual([404, 404])
})

test('another web page cannot sign, and names are no HTML', async () => {
  const { referral, url } = await newcomer()
  const headers = { Origin: 'http://evil.example' }
  expect((await fetch(url, { method: 'POST', headers })).status).toBe(403)
  expect((await referral('GET', '/clients/t')).body.onboardingDone).toBe(false)
})

test('what is sent to the first page without its button is kept, and signs nothing', async () => {
  const { referral, url } = await newcomer()
  const body = new URLSearchParams({ address: '1 High Street' })
  const answer = await fetch(url, { method: 'POST', body, redirect: 'manual' })
  expect(answer.status).toBe(303)
  expect((await referral('GET', '/clients/t')).body).toMatchObject({
    onboardingDone: false,
    client: { address: '1 High Street' },
  })
})

test('a body that is no form is a 415', async () => {
  const { referral, url } = await newcomer()
  const headers = { 'Content-Type': 'application/json' }
  expect((await fetch(url, { method: 'POST', headers, body: '{}' })).status).toBe(415)
  expect((await referral('GET', '/clients/t')).body.onboardingDone).toBe(false)
})
