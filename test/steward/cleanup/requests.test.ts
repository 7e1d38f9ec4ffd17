import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CREDITOR } from '../../../src/protocol/index.ts'
import { createSandbox, type Sandbox, sandboxKey } from '../../../src/sandbox/index.ts'
import { accountOf, draft, freshWorld, hostSteward, newScope } from '../hosted.ts'
import { interpose } from '../interposed.ts'
import { accounted } from './accounted.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await createSandbox()
})
afterAll(() => sandbox.close())

/** Cases on each key, clients with cases, clients without; cleaned as scopes end, or all at the end. */
const runs = [
  { cases: 0, withCases: 0, without: 0, early: false },
  { cases: 12, withCases: 0, without: 0, early: false },
  { cases: 3, withCases: 4, without: 2, early: false },
  { cases: 3, withCases: 4, without: 2, early: true },
]

it.each(runs)(
  'cleaning up takes a call for each key, two for each client, and one for its cases: %j',
  async (made) => {
    const world = freshWorld()
    await using between = await interpose(sandbox, (passing) => passing.pass())
    await using run = hostSteward(between, { world })
    const { steward } = run
    const scope = newScope()
    for (let nth = 0; nth < made.cases; nth++) {
      await steward.createCase(scope, CREDITOR, draft.case())
      await steward.createManagedCase(scope, draft.managedCase())
    }
    for (let nth = 0; nth < made.withCases + made.without; nth++) {
      const client = await steward.createClient(scope, draft.client(), { sign: true })
      if (nth >= made.withCases) continue
      for (let cases = 0; cases < 3; cases++) await steward.createCase(scope, accountOf(client), draft.case())
    }
    const before = between.seen.length
    if (made.early) steward.closeScope(scope.id)
    const report = accounted(await run.close())

    const calls = 2 + 3 * made.withCases + 2 * made.without
    expect(between.seen.slice(before)).toHaveLength(calls)
    expect(report.calls).toMatchObject({ cleanup: calls, retried: 0, rateLimited: 0 })
    expect(report.tallies.case).toMatchObject({ made: 2 * made.cases + 3 * made.withCases, leftOver: 0 })
    expect(report.tallies.client).toMatchObject({ made: made.withCases + made.without, leftOver: 0 })
    expect(sandbox.world(world).cases()).toEqual([])
    expect(sandbox.world(world).clients()).toEqual([])
  },
)

it('a run with one key cleans up by that key alone', async () => {
  const world = freshWorld()
  await using run = hostSteward(sandbox, { keys: { customer: sandboxKey(world) } })
  await run.steward.createCase(newScope(), CREDITOR, draft.case())
  expect(accounted(await run.close()).calls).toMatchObject({ total: 2, cleanup: 1 })
})

it('a run with the key of the referral partner alone cleans up its clients', async () => {
  const world = freshWorld()
  await using run = hostSteward(sandbox, { keys: { 'referral-partner': sandboxKey(world) } })
  const scope = newScope()
  const client = await run.steward.createClient(scope, draft.client(), { sign: true })
  await run.steward.createCase(scope, accountOf(client), draft.case())
  expect(accounted(await run.close()).calls.cleanup).toBe(3)
  expect(sandbox.world(world).clients()).toEqual([])
})

describe('what the tests deleted themselves', () => {
  it('costs nothing more at the end', async () => {
    await using run = hostSteward(sandbox)
    const { steward } = run
    const scope = newScope()
    const client = await steward.createClient(scope, draft.client(), { sign: true })
    await steward.createCase(scope, accountOf(client), draft.case())
    await steward.resetClient(client.externalTenantId)
    const hook = await steward.createWebhook(scope, CREDITOR, 'https://hook.example', ['case.closed'])
    await steward.deleteWebhook(CREDITOR, hook.id)
    const made = await steward.createCase(scope, CREDITOR, draft.case())
    await steward.deleteCase(CREDITOR, made.id)
    const before = run.connection.calls.total
    steward.closeScope(scope.id)
    const report = accounted(await run.close())
    expect(report.calls.total - before).toBe(2)
    expect(report.tallies).toMatchObject({
      case: { made: 2, deleted: 2 },
      client: { made: 1, deleted: 1 },
      webhook: { made: 1, deleted: 1 },
    })
  })

  it('counts once, though it is deleted twice', async () => {
    await using run = hostSteward(sandbox)
    const made = await run.steward.createCase(newScope(), CREDITOR, draft.case())
    await run.steward.deleteCase(CREDITOR, made.id)
    await run.steward.deleteCase(CREDITOR, made.id)
    expect(accounted(await run.close()).tallies.case).toMatchObject({ made: 1, deleted: 1, alreadyGone: 0 })
  })
})

it('what somebody else deleted is gone already', async () => {
  const world = freshWorld()
  await using run = hostSteward(sandbox, { world })
  const client = await run.steward.createClient(newScope(), draft.client(), { sign: true })
  const hook = await run.steward.createWebhook(newScope(), CREDITOR, 'https://hook.example', ['case.closed'])
  const made = await run.steward.createCase(newScope(), CREDITOR, draft.case())
  for (const [api, path] of [
    ['referral-partner', `/clients/${client.externalTenantId}`],
    ['customer', `/webhooks/${hook.id}`],
    ['customer', `/test/cases/${made.id}`],
  ] as const) {
    const response = await sandbox.request(api, path, {
      method: 'DELETE',
      headers: { XApiKey: sandboxKey(world) },
    })
    expect(response.status).toBe(204)
  }
  await run.steward.deleteCase(CREDITOR, made.id)
  const report = accounted(await run.close())
  expect(report.leftovers).toEqual([])
  for (const tally of Object.values(report.tallies)) expect(tally).toMatchObject({ made: 1, alreadyGone: 1 })
})

it('a scope that ends frees its clients and subscriptions while the run goes on', async () => {
  const world = freshWorld()
  await using run = hostSteward(sandbox, { world })
  const scope = newScope()
  const client = await run.steward.createClient(scope, draft.client({ email: 'cfo@acme.example' }), {
    sign: true,
  })
  await run.steward.createWebhook(scope, CREDITOR, 'https://hook.example', ['case.closed'])
  await run.steward.createCase(scope, CREDITOR, draft.case())
  run.steward.closeScope(scope.id)
  const next = await run.steward.createClient(newScope(), draft.client({ email: 'cfo@acme.example' }), {
    sign: true,
  })
  const view = sandbox.world(world)
  expect(view.clients().map(({ creditorId }) => creditorId)).toEqual([next.client.id])
  expect(next.client.id).not.toBe(client.client.id)
  expect(view.webhooks()).toEqual([])
  // One call deletes all cases of a key at the end.
  expect(view.cases()).toHaveLength(1)
})
