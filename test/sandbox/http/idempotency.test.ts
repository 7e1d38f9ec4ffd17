import { describe, expect, test } from 'vitest'
import { sandboxKey } from '../../../src/sandbox/index.ts'
import { callerForClient, callers, started } from '../callers.ts'
import { applicant, claim, managedClaim } from '../payloads.ts'

const key = { 'Idempotency-Key': 'once' }

describe.each([
  ['POST /cases', 'customer', '/cases', claim],
  ['POST /managed-cases', 'partner', '/managed-cases', managedClaim],
] as const)('%s with a key', (_, api, path, payload) => {
  test('answers a repeat word for word, and makes one case', async () => {
    const sandbox = await started()
    const caller = callers(sandbox)[api]
    const first = await caller('POST', path, payload(), key)
    const again = await caller('POST', path, payload(), key)
    expect(again.status).toBe(200)
    expect(again.body).toEqual(first.body)
    expect(sandbox.world().cases()).toHaveLength(1)
  })

  test('compares what the body says, not how it is written', async () => {
    const caller = callers(await started())[api]
    const first = await caller('POST', path, payload(), key)
    const reordered = Object.fromEntries(Object.entries(payload()).toReversed())
    expect((await caller('POST', path, JSON.stringify(reordered, null, 2), key)).body).toEqual(first.body)
  })

  test('refuses another body', async () => {
    const sandbox = await started()
    const caller = callers(sandbox)[api]
    await caller('POST', path, payload(), key)
    const { status, body } = await caller('POST', path, payload({ amountToRecover: 1 }), key)
    expect(status).toBe(422)
    expect(body.businessErrors[0].type).toBe('IdempotencyConflict')
    expect(sandbox.world().cases()).toHaveLength(1)
  })

  test('keeps no 400: it can be put right under the same key', async () => {
    const caller = callers(await started())[api]
    expect((await caller('POST', path, payload({ amountToRecover: 0 }), key)).status).toBe(400)
    expect((await caller('POST', path, payload(), key)).status).toBe(200)
  })

  test('takes a key of 255 characters, and no longer one', async () => {
    const caller = callers(await started())[api]
    const long = (length: number) => ({ 'Idempotency-Key': 'k'.repeat(length) })
    expect((await caller('POST', path, payload(), long(255))).status).toBe(200)
    expect((await caller('POST', path, payload(), long(256))).status).toBe(400)
  })

  test('makes one case of many requests at once', async () => {
    const sandbox = await started()
    const url = api === 'customer' ? sandbox.urls.customer : sandbox.urls['collection-partner']
    const headers = { XApiKey: sandboxKey(), 'content-type': 'application/json', ...key }
    const body = JSON.stringify(payload())
    const answers = await Promise.all(
      Array.from({ length: 8 }, async () =>
        (await fetch(`${url}${path}`, { method: 'POST', headers, body })).text(),
      ),
    )
    expect(new Set(answers).size).toBe(1)
    expect(sandbox.world().cases()).toHaveLength(1)
  })
})

test('a key belongs to its account', async () => {
  const sandbox = await started()
  const { customer, referral } = callers(sandbox)
  sandbox.world().seedClient({ externalTenantId: 't' })
  const client = await callerForClient(sandbox, 't')
  const other = callers(sandbox, 'other').customer
  const ids = await Promise.all(
    [customer, client, other].map(async (call) => (await call('POST', '/cases', claim(), key)).body.id),
  )
  expect(new Set(ids).size).toBe(3)
  expect((await referral('POST', '/clients', applicant('u'), key)).status).toBe(202)
})

test('a refusal by a business rule is kept too', async () => {
  const sandbox = await started()
  sandbox.world().seedClient({ externalTenantId: 't', onboardingDone: false })
  const client = await callerForClient(sandbox, 't')
  const refused = await client('POST', '/cases', claim(), key)
  expect(refused.status).toBe(422)
  await fetch(sandbox.world().clients()[0]?.onboardingUrl ?? '', { method: 'POST' })
  expect((await client('POST', '/cases', claim(), key)).body).toEqual(refused.body)
  expect((await client('POST', '/cases', claim())).status).toBe(200)
})

test('without a key every request makes a case', async () => {
  const sandbox = await started()
  const { customer } = callers(sandbox)
  await customer('POST', '/cases', claim())
  await customer('POST', '/cases', claim())
  expect(sandbox.world().cases()).toHaveLength(2)
})
