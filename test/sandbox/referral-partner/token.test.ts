import { expect, test } from 'vitest'
import { sandboxKey } from '../../../src/sandbox/index.ts'
import { callerForClient, callerOf, callers, started } from '../callers.ts'
import { claim } from '../payloads.ts'

test('is a bearer token for the client’s creditor', async () => {
  const sandbox = await started()
  const { creditorId } = sandbox.world().seedClient({ externalTenantId: 't' })
  const { status, body } = await callers(sandbox).referral('POST', '/oauth/token', { externalTenantId: 't' })
  expect(status).toBe(200)
  expect(body).toEqual({
    accessToken: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
    tokenType: 'Bearer',
    expiresIn: 1800,
    externalTenantId: 't',
    creditorId,
  })
  const client = callerOf(sandbox, 'customer', { authorization: `bearer ${body.accessToken}` })
  expect((await client('GET', '/me')).body.id).toBe(creditorId)
  expect((await client('POST', '/cases', claim())).body.creditor.id).toBe(creditorId)
})

test('is good for thirty minutes by the clock', async () => {
  let time = Date.parse('2026-06-17T08:00:00Z')
  const sandbox = await started({ now: () => new Date(time) })
  sandbox.world().seedClient({ externalTenantId: 't' })
  const client = await callerForClient(sandbox, 't')
  time += 29 * 60_000 + 59_000
  expect((await client('GET', '/me')).status).toBe(200)
  time += 1_000
  expect((await client('GET', '/me')).status).toBe(401)
})

test('needs a link, and a signature only where the behaviour says so', async () => {
  const status = async (tokenNeedsSignedContract: boolean, externalTenantId: string) => {
    const sandbox = await started({ behaviours: { tokenNeedsSignedContract } })
    sandbox.world().seedClient({ externalTenantId: 'signed' })
    sandbox.world().seedClient({ externalTenantId: 'unsigned', onboardingDone: false })
    return (await callers(sandbox).referral('POST', '/oauth/token', { externalTenantId })).status
  }
  expect(await status(false, 'unknown')).toBe(404)
  expect(await status(false, 'unsigned')).toBe(200)
  expect(await status(true, 'unsigned')).toBe(404)
  expect(await status(true, 'signed')).toBe(200)
})

test.each([{}, { externalTenantId: '' }, { externalTenantId: null }, { externalTenantId: 'x'.repeat(256) }])(
  'is refused for %j',
  async (body) => {
    const { referral } = callers(await started())
    const answer = await referral('POST', '/oauth/token', body)
    expect(answer.status).toBe(400)
    expect(Object.keys(answer.body)).toEqual(['ExternalTenantId'])
  },
)

test('opens nothing but its own: not changed, not of another sandbox, not on another API', async () => {
  const sandbox = await started()
  const other = await started()
  for (const one of [sandbox, other]) one.world().seedClient({ externalTenantId: 't' })
  const { accessToken } = (await callers(sandbox).referral('POST', '/oauth/token', { externalTenantId: 't' }))
    .body
  const [head, claims, signature] = accessToken.split('.')
  const forged = Buffer.from(
    JSON.stringify({ ...JSON.parse(Buffer.from(claims, 'base64url').toString()), world: 'x' }),
  )
  const wrong = [`${head}.${forged.toString('base64url')}.${signature}`, `${head}.${claims}.`, 'x', '', '..']
  const asked = async (token: string, on = sandbox, api: 'customer' | 'referral-partner' = 'customer') =>
    (await callerOf(on, api, { Authorization: `Bearer ${token}` })('GET', '/me')).status
  for (const token of wrong) expect(await asked(token), token).toBe(401)
  expect(await asked(accessToken, other)).toBe(401)
  expect(await asked(accessToken, sandbox, 'referral-partner')).toBe(401)
  expect(await asked(accessToken)).toBe(200)
})

test('decides where a key is sent too', async () => {
  const sandbox = await started()
  const { creditorId } = sandbox.world().seedClient({ externalTenantId: 't' })
  const { accessToken } = (await callers(sandbox).referral('POST', '/oauth/token', { externalTenantId: 't' }))
    .body
  const both = callerOf(sandbox, 'customer', {
    XApiKey: sandboxKey(),
    Authorization: `Bearer ${accessToken}`,
  })
  expect((await both('GET', '/me')).body.id).toBe(creditorId)
})
