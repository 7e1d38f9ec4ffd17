import { request } from 'node:http'
import { describe, expect, test } from 'vitest'
import { serveControl } from '../../../src/sandbox/control/routes.ts'
import { Debitura } from '../../../src/sandbox/debitura.ts'
import { createApi } from '../../../src/sandbox/http/api.ts'
import type { Sandbox } from '../../../src/sandbox/index.ts'
import { settingsFrom } from '../../../src/sandbox/options.ts'
import { callerForClient, callerOf, callers, started } from '../callers.ts'
import { claim } from '../payloads.ts'

test('a world’s census lists what is in it, and makes no world', async () => {
  const sandbox = await started()
  const control = callerOf(sandbox, 'customer', {})
  const { id } = (await callers(sandbox).customer('POST', '/cases', claim())).body
  sandbox.world().seedClient({ externalTenantId: 't' })
  expect((await control('GET', '/_sandbox/worlds/default')).body).toEqual({
    world: 'default',
    counts: { cases: 1, clients: 1, webhooks: 0 },
    cases: [id],
    clients: ['t'],
    webhooks: [],
  })
  expect((await control('GET', '/_sandbox/worlds/other')).body.counts).toEqual({
    cases: 0,
    clients: 0,
    webhooks: 0,
  })
  expect((await control('GET', '/_sandbox/worlds/a.b')).status).toBe(400)
})

test('a key in the place of a world’s name is refused, with the name that is meant', async () => {
  const control = callerOf(await started(), 'customer', {})
  const { status, body } = await control('POST', '/_sandbox/worlds/sandbox-checkout/faults', { kind: 'drop' })
  expect(status).toBe(400)
  expect(body.message).toContain("The name of its world is 'checkout'")
})

test.each([
  [{ kind: 'drop', tims: 1 }, 'tims is not known here'],
  [{ kind: 'status' }, 'status is missing'],
])('an order with a wrong property says which: %j', async (order, expected) => {
  const control = callerOf(await started(), 'customer', {})
  const { status, body } = await control('POST', '/_sandbox/worlds/default/faults', order)
  expect(status).toBe(400)
  expect(body.message).toContain(expected)
})

test('an empty order about an account’s standing is refused', async () => {
  const control = callerOf(await started(), 'customer', {})
  const path = '/_sandbox/worlds/default/creditor/standing'
  expect((await control('POST', path, {})).status).toBe(400)
})

test('a request to an API that there is not says which there are', async () => {
  const sandbox = await started()
  // The type says so too; a script without types finds out here.
  await expect(sandbox.request('custmer' as 'customer', '/me')).rejects.toMatchObject({
    code: 'DBT_SETTINGS',
  })
})

test('blockers are put on a client', async () => {
  const sandbox = await started()
  sandbox.world().seedClient({ externalTenantId: 'T/1' })
  const control = callerOf(sandbox, 'referral-partner', {})
  const path = '/_sandbox/worlds/default/clients/T%2F1/blockers'
  expect((await control('POST', path, { unpaidCommission: true })).status).toBe(204)
  const deletable = async () =>
    (await callers(sandbox).referral('GET', '/clients/T%2F1/is-deletable')).body.isDeletable
  expect(await deletable()).toBe(false)
  await control('POST', path, { pendingLeadQuotes: false })
  expect(await deletable()).toBe(false)
  await control('POST', path, { unpaidCommission: false })
  expect(await deletable()).toBe(true)
  expect((await control('POST', path, { nonsense: true })).status).toBe(400)
  expect((await control('POST', path.replace('T%2F1', 'x'), {})).status).toBe(404)
})

test('a deleted world is empty, and its tokens are worth nothing', async () => {
  const sandbox = await started()
  const { customer } = callers(sandbox)
  sandbox.world().seedClient({ externalTenantId: 't' })
  const client = await callerForClient(sandbox, 't')
  await customer('POST', '/cases', claim())
  await callers(sandbox, 'other').customer('POST', '/cases', claim())
  expect((await callerOf(sandbox, 'customer', {})('DELETE', '/_sandbox/worlds/default')).status).toBe(204)
  expect((await client('GET', '/me')).status).toBe(401)
  expect((await customer('GET', '/cases')).body.page.totalResults).toBe(0)
  expect(sandbox.world('other').cases()).toHaveLength(1)
})

describe('controls are closed to web pages', () => {
  const asked = (sandbox: Sandbox, headers: Record<string, string>) =>
    new Promise<number | undefined>((resolve, reject) => {
      const outgoing = request(`${sandbox.urls.customer}/_sandbox/health`, { headers }, (incoming) => {
        incoming.resume()
        resolve(incoming.statusCode)
      })
      outgoing.on('error', reject).end()
    })

  test('that got a name resolved to this machine', async () => {
    const sandbox = await started()
    expect(await asked(sandbox, { host: 'rebound.example.com' })).toBe(403)
    expect(await asked(sandbox, { host: 'not a host' })).toBe(400)
    expect(await asked(sandbox, { host: 'localhost' })).toBe(200)
  })

  test('of another origin', async () => {
    const sandbox = await started()
    expect(await asked(sandbox, { origin: 'https://example.com' })).toBe(403)
    expect(await asked(sandbox, { origin: 'null' })).toBe(403)
    expect(await asked(sandbox, { origin: sandbox.urls['referral-partner'] })).toBe(403)
    expect(await asked(sandbox, { origin: sandbox.urls.customer })).toBe(200)
  })
})

test('worlds are listed, made and deleted', async () => {
  const sandbox = await started()
  const control = callerOf(sandbox, 'customer', {})
  expect((await control('GET', '/_sandbox/worlds')).body).toEqual({ worlds: [] })
  expect((await control('PUT', '/_sandbox/worlds/a')).status).toBe(201)
  expect((await control('PUT', '/_sandbox/worlds/a')).status).toBe(200)
  await callers(sandbox, 'b').customer('POST', '/cases', claim())
  expect((await control('GET', '/_sandbox/worlds')).body.worlds).toEqual([
    { world: 'a', counts: { cases: 0, clients: 0, webhooks: 0 } },
    { world: 'b', counts: { cases: 1, clients: 0, webhooks: 0 } },
  ])
  expect(sandbox.worlds().map(({ name }) => name)).toEqual(['a', 'b'])
  sandbox.world('b').delete()
  expect(sandbox.worlds().map(({ name }) => name)).toEqual(['a'])
  expect(sandbox.world('b').cases()).toEqual([])
})

describe('every control is closed to pages of another origin', () => {
  const debitura = new Debitura(settingsFrom({}))
  const api = createApi(debitura, [])
  serveControl(api, 'customer', debitura)

  test.each(api.routes.map(({ method, path }) => [method, path.replaceAll(/[{}]/g, '')]))(
    '%s %s',
    async (method, path) => {
      const control = callerOf(await started(), 'customer', {})
      const body = method === 'GET' ? undefined : {}
      const { status } = await control(method, path, body, { origin: 'https://example.com' })
      expect(status).toBe(403)
    },
  )
})
