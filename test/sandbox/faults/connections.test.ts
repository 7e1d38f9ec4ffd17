import { describe, expect, test } from 'vitest'
import type { ApiName } from '../../../src/contract/words/index.ts'
import { createSandbox, type Sandbox, sandboxKey } from '../../../src/sandbox/index.ts'
import { started } from '../callers.ts'
import { claim } from '../payloads.ts'

/** Sends a request with or without a socket. */
type Send = (sandbox: Sandbox, path: string, init?: RequestInit) => Promise<Response>

const api: ApiName = 'customer'
const headers = { XApiKey: sandboxKey(), 'content-type': 'application/json' }
const post = (key?: string): RequestInit => ({
  method: 'POST',
  headers: key === undefined ? headers : { ...headers, 'Idempotency-Key': key },
  body: JSON.stringify(claim()),
})

const WAYS: readonly [string, Send][] = [
  ['over a socket', (sandbox, path, init) => fetch(`${sandbox.urls[api]}${path}`, { headers, ...init })],
  ['without a socket', (sandbox, path, init) => sandbox.request(api, path, { headers, ...init })],
]

describe.each(WAYS)('%s', (_, send) => {
  test('a dropped call fails as fetch does, and nothing was done', async () => {
    const sandbox = await started()
    sandbox.world().faults.order({ kind: 'drop', times: 2 })
    const failed = send(sandbox, '/cases', post())
    await expect(failed).rejects.toThrow(new TypeError('fetch failed'))
    await expect(send(sandbox, '/cases')).rejects.toThrow(TypeError)
    expect(sandbox.world().cases()).toEqual([])
    expect((await send(sandbox, '/cases', post())).status).toBe(200)
  })

  test('a lost answer fails too, and everything was done: the same key replays it', async () => {
    const sandbox = await started()
    sandbox.world().faults.order({ kind: 'lose', operation: 'createCase', times: 1 })
    await expect(send(sandbox, '/cases', post('once'))).rejects.toThrow(TypeError)
    const [made, ...others] = sandbox.world().cases()
    expect(others).toEqual([])
    const retried = await send(sandbox, '/cases', post('once'))
    expect(await retried.json()).toMatchObject({ id: made?.id })
    expect(sandbox.world().cases()).toHaveLength(1)
  })

  test('without a key a lost answer leads to a second case', async () => {
    const sandbox = await started()
    sandbox.world().faults.order({ kind: 'lose', times: 1 })
    await expect(send(sandbox, '/cases', post())).rejects.toThrow()
    await send(sandbox, '/cases', post())
    expect(sandbox.world().cases()).toHaveLength(2)
  })

  test('a malformed body has a status and a media type, and is not JSON', async () => {
    const sandbox = await started()
    sandbox.world().faults.order({ kind: 'malformed' })
    const response = await send(sandbox, '/cases', post())
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toContain('application/json')
    await expect(response.json()).rejects.toThrow(SyntaxError)
    expect(sandbox.world().cases()).toHaveLength(1)
  })

  test('a truncated body breaks off before the length that was announced', async () => {
    const sandbox = await started()
    sandbox.world().faults.order({ kind: 'truncate', times: 1 })
    const response = await send(sandbox, '/me')
    expect(response.status).toBe(200)
    expect(Number(response.headers.get('content-length'))).toBeGreaterThan(10)
    await expect(response.text()).rejects.toThrow(new TypeError('terminated'))
    expect((await send(sandbox, '/me')).status).toBe(200)
  })

  test.each(['malformed', 'truncate'] as const)('an answer without a body arrives (%s)', async (kind) => {
    const sandbox = await started()
    sandbox.world().faults.order({ kind })
    expect((await send(sandbox, '/test/cases?tag=x', { method: 'DELETE' })).status).toBe(204)
  })

  test('a delay comes before whatever else was ordered, and delays add up', async () => {
    const sandbox = await started()
    const { faults } = sandbox.world()
    faults.order({ kind: 'delay', delay: 40 })
    faults.order({ kind: 'status', status: 503, delay: 40, times: 1 })
    const before = performance.now()
    expect((await send(sandbox, '/me')).status).toBe(503)
    expect(performance.now() - before).toBeGreaterThanOrEqual(78)
    expect((await send(sandbox, '/cases', post())).status).toBe(200)
  })

  test('a client that gives up while it waits is no bug of the sandbox', async () => {
    const sandbox = await started()
    sandbox.world().faults.order({ kind: 'delay', delay: 60, jitter: 20, times: 1 })
    const signal = AbortSignal.timeout(10)
    const given = send(sandbox, '/cases', { ...post(), signal })
    // Only a socket hears of the signal.
    await given.catch((error: Error) => expect(error.name).toBe('TimeoutError'))
    expect((await send(sandbox, '/me')).status).toBe(200)
  })

  test('what waits when the sandbox closes is broken off', async () => {
    const sandbox = await createSandbox()
    sandbox.world().faults.order({ kind: 'delay', delay: 60_000 })
    const waiting = send(sandbox, '/me')
    const failed = expect(waiting).rejects.toThrow(TypeError)
    await expect.poll(() => sandbox.world().faults.list()[0]?.applied).toBe(1)
    await sandbox.close()
    await failed
  })

  test('a call that waits while its world is restored is carried out in the restored one', async () => {
    const sandbox = await started()
    const world = sandbox.world()
    const empty = world.snapshot()
    world.faults.order({ kind: 'delay', delay: 50, times: 1 })
    const waiting = send(sandbox, '/cases', post())
    await expect.poll(() => world.faults.list()[0]?.applied).toBe(1)
    world.restore(empty)
    expect((await waiting).status).toBe(200)
    expect(world.cases()).toHaveLength(1)
  })
})

test('delays any number of calls at once without a warning of node', async () => {
  await using sandbox = await createSandbox()
  const warnings: Error[] = []
  const note = (warning: Error) => void warnings.push(warning)
  process.on('warning', note)
  sandbox.world('many').faults.order({ kind: 'delay', delay: 5 })
  const headers = { XApiKey: sandboxKey('many') }
  await Promise.all(Array.from({ length: 30 }, () => sandbox.request('customer', '/me', { headers })))
  process.off('warning', note)
  expect(warnings).toEqual([])
})
