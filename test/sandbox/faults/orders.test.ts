import { safeParse } from 'valibot'
import { describe, expect, test } from 'vitest'
import {
  collectionPartnerApi,
  customerApi,
  type Operation,
  referralPartnerApi,
} from '../../../src/contract/operations/index.ts'
import { documentedRefusal } from '../../../src/sandbox/faults/documented-refusal.ts'
import type { FaultOrder } from '../../../src/sandbox/index.ts'
import { callerForClient, callerOf, callers, started } from '../callers.ts'
import { claim } from '../payloads.ts'

const OPERATIONS = [customerApi, referralPartnerApi, collectionPartnerApi].flatMap((api): Operation[] =>
  Object.values(api),
)

describe('an order is about', () => {
  test.each<[string, Pick<FaultOrder, 'api' | 'operation'>, readonly number[]]>([
    ['every call', {}, [503, 503, 503, 503]],
    ['an API', { api: 'customer' }, [503, 503, 503, 200]],
    ['an operation by its name', { operation: 'listCases' }, [503, 200, 200, 200]],
    ['an operation of one API', { api: 'referral-partner', operation: 'getMe' }, [200, 200, 200, 503]],
    ['one by method and path', { operation: 'GET /cases/{anything}' }, [200, 503, 200, 200]],
    ['several', { operation: ['post /CASES', 'GET /me'] }, [200, 200, 503, 503]],
  ])('%s', async (_, scope, expected) => {
    const sandbox = await started()
    const { customer, referral } = callers(sandbox)
    const { id } = (await customer('POST', '/cases', claim())).body
    sandbox.world().faults.order({ kind: 'status', status: 503, ...scope })
    const answers = [
      await customer('GET', '/cases'),
      await customer('GET', `/cases/${id}`),
      await customer('POST', '/cases', claim()),
      await referral('GET', '/me'),
    ]
    expect(answers.map(({ status }) => status)).toEqual(expected)
  })

  test('its own world, and calls by bearer token too', async () => {
    const sandbox = await started()
    sandbox.world().seedClient({ externalTenantId: 't' })
    const client = await callerForClient(sandbox, 't')
    sandbox.world().faults.order({ kind: 'status', status: 500 })
    expect((await client('GET', '/me')).status).toBe(500)
    expect((await callers(sandbox, 'other').customer('GET', '/me')).status).toBe(200)
    expect((await callerOf(sandbox, 'customer', { XApiKey: 'nobody' })('GET', '/me')).status).toBe(401)
  })
})

describe('an order holds for', () => {
  const statuses = async (order: object, calls: number) => {
    const sandbox = await started()
    const { customer } = callers(sandbox)
    sandbox.world().faults.order({ kind: 'status', status: 502, ...order })
    const found: number[] = []
    for (let call = 0; call < calls; call++) found.push((await customer('GET', '/me')).status)
    return { found, placed: sandbox.world().faults.list()[0] }
  }

  test('the next calls, and is counted', async () => {
    const { found, placed } = await statuses({ times: 2 }, 4)
    expect(found).toEqual([502, 502, 200, 200])
    expect(placed).toMatchObject({ applied: 2, left: 0, order: { times: 2 } })
  })

  test('a share of the calls, the same for the same seed', async () => {
    const one = await statuses({ share: 0.3, seed: 7 }, 200)
    const again = await statuses({ share: 0.3, seed: 7 }, 200)
    const other = await statuses({ share: 0.3, seed: 8 }, 200)
    expect(again.found).toEqual(one.found)
    expect(other.found).not.toEqual(one.found)
    const struck = one.found.filter((status) => status === 502).length
    expect(struck).toBe(one.placed?.applied)
    expect(struck).toBeGreaterThan(40)
    expect(struck).toBeLessThan(80)
  })

  test('a share of the calls, until it was applied so many times', async () => {
    const { found } = await statuses({ share: 0.5, times: 3 }, 50)
    expect(found.filter((status) => status === 502)).toHaveLength(3)
  })
})

test('the oldest order decides, and a used-up one lets the next have its turn', async () => {
  const sandbox = await started()
  const { customer } = callers(sandbox)
  const { faults } = sandbox.world()
  faults.order({ kind: 'status', status: 500, times: 1 })
  faults.order({ kind: 'status', status: 503, times: 1 })
  const found = [1, 2, 3].map(async () => (await customer('GET', '/me')).status)
  expect(await Promise.all(found)).toEqual([500, 503, 200])
})

test('orders can be taken back, one or all', async () => {
  const sandbox = await started()
  const { faults } = sandbox.world()
  const first = faults.order({ kind: 'drop' })
  faults.order({ kind: 'lose' })
  faults.order({ kind: 'status', status: 400 })
  faults.clear(first.id)
  expect(faults.list().map(({ order }) => order.kind)).toEqual(['lose', 'status'])
  faults.clear()
  expect(faults.list()).toEqual([])
  expect((await callers(sandbox).customer('GET', '/me')).status).toBe(200)
})

test('a world keeps a hundred orders: used-up ones make room, those in force do not', async () => {
  const sandbox = await started()
  const { faults } = sandbox.world()
  faults.order({ kind: 'status', status: 500, times: 1 })
  await callers(sandbox).customer('GET', '/me')
  for (let count = 0; count < 100; count++) faults.order({ kind: 'drop' })
  expect(faults.list()).toHaveLength(100)
  expect(() => faults.order({ kind: 'drop' })).toThrow(expect.objectContaining({ code: 'DBT_SETTINGS' }))
})

describe('every status is answered in the documented body:', () => {
  test.each(OPERATIONS.map((operation) => [`${operation.api} ${operation.name}`, operation] as const))(
    '%s',
    (_, operation) => {
      for (const [status, shape] of Object.entries(operation.refusals)) {
        const refused = documentedRefusal(operation, Number(status), {})
        expect(refused.status).toBe(Number(status))
        expect(safeParse(shape, refused.body).issues).toBeUndefined()
      }
    },
  )

  test('with the words that were ordered', async () => {
    const sandbox = await started()
    const { customer } = callers(sandbox)
    const words = { type: 'NoPartnerAvailable', message: 'Nobody there.' }
    sandbox.world().faults.order({ kind: 'status', status: 422, ...words })
    expect(await customer('POST', '/cases', claim())).toMatchObject({
      status: 422,
      body: { businessErrors: [{ ...words, solutionUrl: null }], signingHandoff: null },
    })
    expect(sandbox.world().cases()).toEqual([])
  })

  test('500 and its like carry businessErrors alone, and 429 is the one of the rate limits', async () => {
    const sandbox = await started()
    const { customer } = callers(sandbox)
    const { faults } = sandbox.world()
    faults.order({ kind: 'status', status: 503, times: 1 })
    faults.order({ kind: 'rate-limit', retryAfter: 2.5, times: 1 })
    faults.order({ kind: 'status', status: 429, times: 1 })
    expect(Object.keys((await customer('GET', '/me')).body)).toEqual(['businessErrors'])
    const limited = await customer('GET', '/me')
    expect(limited).toMatchObject({ status: 429, body: { error: 'rate_limit_exceeded', retryAfter: 2.5 } })
    expect(limited.headers.has('retry-after')).toBe(false)
    expect((await customer('GET', '/me')).body.retryAfter).toBe(1)
  })
})

const SENSELESS: readonly [string, unknown][] = [
  ['nothing', undefined],
  ['no kind', { status: 503 }],
  ['an unknown kind', { kind: 'explode' }],
  ['a success', { kind: 'status', status: 200 }],
  ['no status', { kind: 'status' }],
  ['half a status', { kind: 'status', status: 500.5 }],
  ['no delay', { kind: 'delay' }],
  ['a delay back in time', { kind: 'delay', delay: -1 }],
  ['an endless delay', { kind: 'delay', delay: 1e9 }],
  ['a delay in words', { kind: 'drop', delay: '2s' }],
  ['never', { kind: 'drop', times: 0 }],
  ['no calls', { kind: 'drop', share: 0 }],
  ['more than all calls', { kind: 'drop', share: 1.1 }],
  ['NaN', { kind: 'drop', share: Number.NaN }],
  ['an unknown API', { kind: 'drop', api: 'admin' }],
  ['an unknown operation', { kind: 'drop', operation: 'explode' }],
  ['another API’s operation', { kind: 'drop', api: 'customer', operation: 'listClients' }],
  ['an unknown path', { kind: 'drop', operation: ['GET /me', 'GET /you'] }],
  ['no operation of many', { kind: 'drop', operation: [] }],
  ['what belongs to another kind', { kind: 'drop', status: 500 }],
  ['a misspelt word', { kind: 'drop', tmies: 1 }],
]

describe('an order that makes no sense is refused, and says why:', () => {
  test.each(SENSELESS)('%s', async (_, order) => {
    const sandbox = await started()
    // A caller without TypeScript may order anything.
    expect(() => sandbox.world().faults.order(order as FaultOrder)).toThrow(
      expect.objectContaining({ code: 'DBT_SETTINGS' }),
    )
    const control = callerOf(sandbox, 'customer', {})
    const answer = await control('POST', '/_sandbox/worlds/default/faults', order)
    expect(answer).toMatchObject({ status: 400, body: { error: 'InvalidOrder' } })
    expect(answer.body.message).toMatch(/^Failed to order a fault: ./)
    expect(sandbox.world().faults.list()).toEqual([])
  })
})

test('over HTTP faults are ordered, listed with their counts, and cleared', async () => {
  const sandbox = await started()
  const control = callerOf(sandbox, 'referral-partner', {})
  const path = '/_sandbox/worlds/w/faults'
  const order = { kind: 'status', status: 503, operation: 'getMe', times: 2 }
  expect(await control('POST', path, order)).toMatchObject({
    status: 201,
    body: { order, applied: 0, left: 2 },
  })
  expect((await callers(sandbox, 'w').partner('GET', '/me')).status).toBe(503)
  const { faults } = (await control('GET', path)).body
  expect(faults).toEqual([{ id: 1, order, applied: 1, left: 1 }])
  await control('POST', path, { kind: 'drop' })
  expect((await control('DELETE', `${path}/1`)).status).toBe(204)
  expect((await control('DELETE', `${path}/1`)).status).toBe(404)
  expect(sandbox.world('w').faults.list()).toMatchObject([{ id: 2 }])
  expect((await control('DELETE', path)).status).toBe(204)
  expect((await callers(sandbox, 'w').partner('GET', '/me')).status).toBe(200)
})
