import { expect, test } from 'vitest'
import { callerForClient, callers, started } from '../callers.ts'
import { claim } from '../payloads.ts'

const director = (overrides: object = {}) => ({
  directorFullName: 'Ada Lovelace',
  directorHomeAddress: '1 High Street',
  directorDateOfBirth: '1970-01-31',
  ...overrides,
})
const PATH = '/clients/t/kyc-verification'
const british = claim({ debtor: { ...claim().debtor, countryAlpha2: 'GI' } })

async function onboarded(options?: Parameters<typeof started>[0]) {
  const sandbox = await started(options)
  sandbox.world().seedClient({ externalTenantId: 't' })
  sandbox.world().setStanding({ powerOfAttorney: 'Signed' }, 't')
  const { referral } = callers(sandbox)
  return { sandbox, referral, client: await callerForClient(sandbox, 't') }
}

test('a verification is checked for a day, and cases are taken meanwhile', async () => {
  const { sandbox, referral, client } = await onboarded()
  expect((await referral('GET', '/clients/t')).body).toMatchObject({
    kycStatus: 'not_required',
    kycVerification: null,
  })
  expect((await client('POST', '/cases', british)).status).toBe(422)
  expect((await referral('GET', '/clients/t')).body).toMatchObject({
    kycStatus: 'pending',
    kycVerification: null,
  })
  const { status, body } = await referral('POST', PATH, director())
  expect(status).toBe(201)
  expect(body).toEqual({
    ...director(),
    dateCreated: expect.any(String),
    verificationStatus: 'Processing',
    verificationStatusUpdatedAt: null,
  })
  expect((await client('POST', '/cases', british)).status).toBe(200)
  expect((await referral('GET', '/clients/t')).body).toMatchObject({
    kycStatus: 'pending',
    kycVerification: { ...body, dateCreated: body.dateCreated.slice(0, -1) },
  })
  await sandbox.world().clock.moveForward('25h')
  expect((await referral('GET', '/clients/t')).body).toMatchObject({
    kycStatus: 'verified',
    kycVerification: { verificationStatus: 'Completed', verificationStatusUpdatedAt: expect.any(String) },
  })
})

test('cases wait for the check where the behaviour says so, and a control completes it', async () => {
  const { sandbox, referral, client } = await onboarded({ behaviours: { kycOnFile: 'completed' } })
  await referral('POST', PATH, director())
  expect((await client('POST', '/cases', british)).status).toBe(422)
  sandbox.world().setStanding({ kyc: 'Completed' }, 't')
  expect((await client('POST', '/cases', british)).status).toBe(200)
})

test('the latest counts, and begins anew', async () => {
  const { sandbox, referral } = await onboarded()
  await referral('POST', PATH, director())
  sandbox.world().setStanding({ kyc: 'Completed' }, 't')
  await referral('POST', PATH, director({ directorFullName: 'Grace Hopper' }))
  expect((await referral('GET', '/clients/t')).body).toMatchObject({
    kycStatus: 'pending',
    kycVerification: { directorFullName: 'Grace Hopper', verificationStatus: 'Processing' },
  })
})

test('an idempotency key repeats the answer, and takes no other body', async () => {
  const { referral } = await onboarded()
  const keyed = { 'Idempotency-Key': 'k' }
  const first = await referral('POST', PATH, director(), keyed)
  expect((await referral('POST', PATH, director(), keyed)).body).toEqual(first.body)
  const other = await referral('POST', PATH, director({ directorFullName: 'B' }), keyed)
  expect(other).toMatchObject({ status: 422, body: { businessErrors: [{ type: 'IdempotencyConflict' }] } })
})

test.each([
  ['DirectorFullName', { directorFullName: '' }],
  ['DirectorFullName', { directorFullName: 'x'.repeat(501) }],
  ['DirectorHomeAddress', { directorHomeAddress: undefined }],
  ['DirectorHomeAddress', { directorHomeAddress: 'x'.repeat(1001) }],
])('%s is checked: %j', async (field, overrides) => {
  const { status, body } = await (await onboarded()).referral('POST', PATH, director(overrides))
  expect([status, Object.keys(body)]).toEqual([400, [field]])
})

test('a date that is none is a 400, and a client that is none a 404', async () => {
  const { referral } = await onboarded()
  expect((await referral('POST', PATH, director({ directorDateOfBirth: '31.1.1970' }))).status).toBe(400)
  expect((await referral('POST', '/clients/x/kyc-verification', director())).status).toBe(404)
})

test('a deleted client takes its verification along', async () => {
  const { sandbox, referral } = await onboarded()
  await referral('POST', PATH, director())
  await referral('DELETE', '/clients/t')
  await sandbox.world().clock.moveForward('25h')
  sandbox.world().seedClient({ externalTenantId: 't' })
  expect((await referral('GET', '/clients/t')).body.kycStatus).toBe('not_required')
})
