import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type Snapshot, sandboxKey } from '../../../src/sandbox/index.ts'
import { callerForClient, callers, started } from '../callers.ts'
import { claim } from '../payloads.ts'

test('what was made since is gone, what was deleted is back under its id, and bearer tokens are good', async () => {
  const sandbox = await started()
  const world = sandbox.world()
  world.seedClient({ externalTenantId: 't' })
  const client = await callerForClient(sandbox, 't')
  const { body: kept } = await client('POST', '/cases', claim())
  const snapshot = world.snapshot()
  const { body: later } = await client('POST', '/cases', claim())
  await client('DELETE', `/test/cases/${kept.id}`)
  world.delete()
  expect((await client('GET', '/me')).status).toBe(401)
  world.restore(snapshot)
  expect((await client('GET', `/cases/${kept.id}`)).body.reference).toBe(kept.reference)
  expect((await client('GET', `/cases/${later.id}`)).status).toBe(404)
  expect(world.cases()).toHaveLength(1)
})

test('what two rows shared they share again', async () => {
  const sandbox = await started()
  const world = sandbox.world()
  world.seedClient({ externalTenantId: 't', onboardingDone: false })
  const client = await callerForClient(sandbox, 't')
  await client('POST', '/cases', claim({ allowPendingContracts: true }))
  world.restore(world.snapshot())
  await fetch(world.clients()[0]?.onboardingUrl ?? '', { method: 'POST' })
  expect(world.clients()).toMatchObject([{ onboardingDone: true }])
  expect((await client('POST', '/cases', claim())).status).toBe(200)
  const { creditor } = world.snapshot().copy().accounts
  expect(creditor.profile.id).toBe((await callers(sandbox).customer('GET', '/me')).body.id)
})

test('cases stand in the order in which their collection partner got them', async () => {
  const sandbox = await started()
  const world = sandbox.world()
  const { partner } = callers(sandbox)
  const test = { isTest: true, lifecycle: 'Leads' as const }
  const [early, middle, late] = [world.seedCase(test), world.seedCase(), world.seedCase(test)]
  for (const { id } of [late, early]) world.acceptQuote(id, world.offerQuote(id).id)
  const ids = async () => {
    const { cases } = (await partner('GET', '/cases?includeTestCases=true')).body
    return cases.map(({ id }: { readonly id: string }) => id)
  }
  const before = [early.id, late.id, middle.id]
  expect(await ids()).toEqual(before)
  world.restore(world.snapshot())
  expect(await ids()).toEqual(before)
  const next = world.seedCase().id
  expect(await ids()).toEqual([next, ...before])
})

test('a snapshot is untouched by what happens to a world that was restored from it', async () => {
  const sandbox = await started()
  const world = sandbox.world()
  const { customer } = callers(sandbox)
  const { id } = (await customer('POST', '/cases', claim())).body
  const snapshot = world.snapshot()
  for (const _ of [1, 2]) {
    world.restore(snapshot)
    expect(world.cases()).toMatchObject([{ lifecycle: 'PendingVerificationInternal' }])
    await customer('POST', `/test/cases/${id}/advance`, { to: 'Active' })
  }
})

test('an idempotency key answers what it answered before, and not what came since', async () => {
  const sandbox = await started()
  const { customer } = callers(sandbox)
  const key = (name: string) => ({ 'Idempotency-Key': name })
  const before = await customer('POST', '/cases', claim(), key('before'))
  const snapshot = sandbox.world().snapshot()
  const since = await customer('POST', '/cases', claim(), key('since'))
  sandbox.world().restore(snapshot)
  expect((await customer('POST', '/cases', claim(), key('before'))).body).toEqual(before.body)
  expect((await customer('POST', '/cases', claim(), key('since'))).body.id).not.toBe(since.body.id)
})

test('calls since do not count for the rate limits', async () => {
  const sandbox = await started({ rateLimits: true })
  const me = () => sandbox.request('customer', '/me', { headers: { XApiKey: sandboxKey() } })
  for (let call = 0; call < 1_999; call++) await me()
  sandbox.world().clock.freeze()
  const snapshot = sandbox.world().snapshot()
  const statuses = async () => [(await me()).status, (await me()).status]
  expect(await statuses()).toEqual([200, 429])
  sandbox.world().restore(snapshot)
  expect(await statuses()).toEqual([200, 429])
})

test('a delivery that is under way is not logged into the restored world', async () => {
  const sandbox = await started()
  const world = sandbox.world()
  const { customer } = callers(sandbox)
  const { id } = (await customer('POST', '/cases', claim())).body
  const server = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  // A server that listens on a port has an address with a port.
  const { port } = server.address() as AddressInfo
  const events = ['case.updated']
  await customer('POST', '/webhooks', { url: `http://127.0.0.1:${port}/`, events, isTestMode: true })
  const snapshot = world.snapshot()
  await customer('POST', `/test/cases/${id}/advance`, { to: 'Active' })
  const [, outgoing] = await once(server, 'request')
  world.restore(snapshot)
  outgoing.end()
  await once(outgoing, 'close')
  const answer = await customer('GET', `/webhooks/events?caseId=${id}`)
  expect(answer).toMatchObject({ status: 200, body: [] })
  expect(world.snapshot().copy().rows.outbox).toEqual([])
})

describe('refuses', () => {
  const refused = (why: string) =>
    expect.objectContaining({ code: 'DBT_SETTINGS', message: expect.stringContaining(why) as string })

  test('what is no snapshot', async () => {
    // A caller without TypeScript may give anything.
    const anything = { world: 'default' } as Snapshot
    const world = (await started()).world()
    expect(() => world.restore(anything)).toThrow(refused('no snapshot'))
  })

  test('a snapshot of another world, or of another sandbox', async () => {
    const sandbox = await started()
    const other = await started()
    expect(() => sandbox.world().restore(sandbox.world('b').snapshot())).toThrow(refused("the world 'b'"))
    expect(() => sandbox.world().restore(other.world().snapshot())).toThrow(refused('another sandbox'))
  })
})
