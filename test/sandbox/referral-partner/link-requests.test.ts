import { describe, expect, test } from 'vitest'
import { callerForClient, callers, started } from '../callers.ts'
import { open, press } from '../pages.ts'
import { applicant, claim } from '../payloads.ts'

const EMAIL = 'office@existing.example'
const asking = (overrides: object = {}) =>
  applicant('t', { users: [{ name: 'A', email: EMAIL }], ...overrides })

async function asked(overrides: object = {}, options?: Parameters<typeof started>[0]) {
  const sandbox = await started(options)
  const account = sandbox.world().seedAccount({ email: EMAIL })
  const { referral } = callers(sandbox)
  const { status, body } = await referral('POST', '/clients', asking(overrides))
  expect([status, body.type]).toEqual([409, 'ClientExistsNeedsLinking'])
  return { sandbox, referral, account, url: body.data.onboardingLinks.url as string }
}

describe('the owner of an account that exists', () => {
  test('approves a link: the client is linked, and not attributed', async () => {
    const { referral, account, url } = await asked()
    expect((await referral('GET', '/clients/t')).status).toBe(404)
    const page = await open(url)
    expect(page.html).toContain('Sandbox Referral Partner')
    expect((await press(page, 'Approve')).html).toContain('approved')
    expect((await referral('GET', '/clients/t')).body).toMatchObject({
      client: { id: account.creditorId, officeEmail: EMAIL },
      isAttributedClient: false,
      onboardingDone: true,
    })
    expect((await referral('POST', '/clients', asking())).status).toBe(201)
    expect((await referral('GET', '/clients?IsAttributedClient=false')).body.clients).toHaveLength(1)
    expect((await referral('GET', '/clients?IsAttributedClient=true')).body.clients).toEqual([])
    expect((await referral('GET', '/clients')).body.summary.attributedClients).toBe(0)
    expect((await referral('POST', '/clients/t/withdraw')).status).toBe(409)
  })

  test('declines it: nothing is linked, and the partner may ask again', async () => {
    const { referral, url } = await asked()
    const page = await open(url)
    expect((await press(page, 'Decline')).html).toContain('declined')
    expect((await press(page, 'Approve')).html).toContain('declined')
    expect((await referral('GET', '/clients/t')).status).toBe(404)
    const again = (await referral('POST', '/clients', asking())).body.data.onboardingLinks.url
    await press(await open(again), 'Approve')
    expect((await referral('GET', '/clients/t')).status).toBe(200)
  })

  test('goes back to an address on this machine', async () => {
    const { sandbox, url } = await asked()
    const back = `${sandbox.urls.customer}/back`
    const page = await open(`${url}&returnUrl=${encodeURIComponent(back)}`)
    expect((await press(page, 'Approve')).url).toBe(back)
  })

  test('has to decide, by the token alone, and on no other web page', async () => {
    const { url } = await asked()
    expect((await open(`${url}x`)).status).toBe(404)
    expect((await fetch(url, { method: 'POST' })).status).toBe(400)
    const headers = { Origin: 'http://evil.example' }
    expect((await fetch(url, { method: 'POST', headers, body: 'decision=approve' })).status).toBe(403)
  })
})

test.each([
  [7, undefined],
  [30, 30],
])('a request expires after %i days', async (days, approvalTtlDays) => {
  const { sandbox, referral, url } = await asked({}, approvalTtlDays === undefined ? {} : { approvalTtlDays })
  const page = await open(url)
  await sandbox.world().clock.moveForward(`${days * 24 - 1}h`)
  expect((await open(url)).html).toContain('Approve')
  await sandbox.world().clock.moveForward('2h')
  expect((await press(page, 'Approve')).html).toContain('expired')
  expect((await referral('GET', '/clients/t')).status).toBe(404)
})

test('asking again renews the request: the earlier address is good no more', async () => {
  const { sandbox, referral, url } = await asked()
  await sandbox.world().clock.moveForward('144h')
  const renewed = (await referral('POST', '/clients', asking())).body.data.onboardingLinks.url
  expect((await open(url)).status).toBe(404)
  await sandbox.world().clock.moveForward('144h')
  await press(await open(renewed), 'Approve')
  expect((await referral('GET', '/clients/t')).status).toBe(200)
})

test.each([0, 31, 1.5])('approvalTtlDays of %s is refused', async (approvalTtlDays) => {
  await expect(started({ approvalTtlDays })).rejects.toThrow(
    expect.objectContaining({ code: 'DBT_SETTINGS' }),
  )
})

test('the cases of the request are submitted once it is approved', async () => {
  const antarctic = claim({ debtor: { ...claim().debtor, countryAlpha2: 'AQ' } })
  const { sandbox, url, account } = await asked({ cases: [claim({ creditorReference: 'A' }), antarctic] })
  expect(sandbox.world().cases()).toEqual([])
  await press(await open(url), 'Approve')
  expect(sandbox.world().cases()).toMatchObject([{ creditorReference: 'A', creditorId: account.creditorId }])
  const client = await callerForClient(sandbox, 't')
  expect((await client('GET', '/cases')).body.cases).toHaveLength(1)
})

test('an account that another partner brought cannot be linked', async () => {
  const sandbox = await started()
  sandbox.world().seedAccount({ email: EMAIL, linkedToAnotherPartner: true })
  const { status, body } = await callers(sandbox).referral('POST', '/clients', asking())
  expect(status).toBe(409)
  expect(body).toEqual({
    type: 'ClientAlreadyLinkedToAnotherPartner',
    message: expect.any(String),
    data: { externalTenantId: 't' },
  })
})

test('the account behind the API key can be linked, and outlives the link', async () => {
  const sandbox = await started()
  const { customer, referral } = callers(sandbox)
  const me = (await customer('GET', '/me')).body
  const { id } = (await customer('POST', '/cases', claim())).body
  const request = applicant('t', { users: [{ name: 'A', email: me.officeEmail }] })
  const { body } = await referral('POST', '/clients', request)
  await press(await open(body.data.onboardingLinks.url), 'Approve')
  const client = await callerForClient(sandbox, 't')
  expect((await client('GET', `/cases/${id}`)).status).toBe(200)
  expect((await referral('DELETE', '/clients/t')).status).toBe(204)
  expect((await customer('GET', `/cases/${id}`)).status).toBe(200)
  expect((await customer('GET', '/me')).body).toEqual(me)
})

test('a client of the same partner goes over to the new name', async () => {
  const sandbox = await started()
  const { referral } = callers(sandbox)
  const first = (await referral('POST', '/clients', applicant('x'))).body
  const users = [{ name: 'A', email: 'ada@x.example.com' }]
  const { body } = await referral('POST', '/clients', applicant('y', { users }))
  await press(await open(body.data.onboardingLinks.url), 'Approve')
  expect((await referral('GET', '/clients/x')).status).toBe(404)
  expect((await referral('GET', '/clients/y')).body.client.id).toBe(first.client.id)
})

test('deleting the account takes what was asked of it along', async () => {
  const sandbox = await started()
  const { referral } = callers(sandbox)
  await referral('POST', '/clients', applicant('x'))
  const users = [{ name: 'A', email: 'ada@x.example.com' }]
  const { body } = await referral('POST', '/clients', applicant('y', { users }))
  await referral('DELETE', '/clients/x')
  expect((await open(body.data.onboardingLinks.url)).status).toBe(404)
  expect((await referral('POST', '/clients', applicant('y', { users }))).status).toBe(202)
})

test('a name with half a character in it is a conflict like any other', async () => {
  const sandbox = await started()
  sandbox.world().seedAccount({ email: EMAIL })
  const body = asking({ externalTenantId: '\ud800' })
  expect((await callers(sandbox).referral('POST', '/clients', body)).status).toBe(409)
})

test('a restored world knows its requests', async () => {
  const { sandbox, referral, url } = await asked()
  const snapshot = sandbox.world().snapshot()
  await press(await open(url), 'Decline')
  sandbox.world().restore(snapshot)
  await press(await open(url), 'Approve')
  expect((await referral('GET', '/clients/t')).status).toBe(200)
})
