import { expect, test } from 'vitest'
import { callers, started } from '../callers.ts'
import { applicant, claim } from '../payloads.ts'

const WORLD = '/_sandbox/worlds/default'

test('accounts are blocked, seeded and made to sign again over HTTP', async () => {
  const sandbox = await started()
  const { customer, referral } = callers(sandbox)
  expect((await customer('POST', `${WORLD}/creditor/standing`, { blocked: true })).status).toBe(204)
  expect((await customer('POST', '/cases', claim())).body.businessErrors[0].type).toBe('CreditorBlocked')
  sandbox.world().seedClient({ externalTenantId: 't' })
  await customer('POST', `${WORLD}/clients/t/standing`, { contract: 'AdminInvalidated' })
  expect((await referral('GET', '/clients/t')).body.onboardingDone).toBe(false)
  const seeded = await customer('POST', `${WORLD}/accounts`, { email: 'a@b.example' })
  expect(seeded).toMatchObject({ status: 201, body: { email: 'a@b.example' } })
  const users = [{ name: 'A', email: 'A@b.example' }]
  expect((await referral('POST', '/clients', applicant('u', { users }))).status).toBe(409)
})

test.each([
  ['creditor/standing', { contract: 'Lost' }, 400],
  ['creditor/standing', { colour: 'red' }, 400],
  ['clients/x/standing', { blocked: true }, 404],
  ['accounts', { email: 1 }, 400],
])('POST %s refuses %j', async (path, body, status) => {
  const { customer } = callers(await started())
  expect((await customer('POST', `${WORLD}/${path}`, body)).status).toBe(status)
})
