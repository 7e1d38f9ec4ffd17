import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ApiName, CaseList, ClientList, Webhook } from '../../src/contract/index.ts'
import { CREDITOR } from '../../src/protocol/index.ts'
import { createSandbox, type Sandbox, sandboxKey } from '../../src/sandbox/index.ts'
import { isOurs, runOf } from '../../src/steward/is-ours.ts'
import { accountOf, draft, freshWorld, hostSteward, newScope } from './hosted.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await createSandbox()
})
afterAll(() => sandbox.close())

/** What Debitura lists. */
async function listed(world: string) {
  const get = async <Answer>(api: ApiName, path: string) => {
    const response = await sandbox.request(api, path, { headers: { XApiKey: sandboxKey(world) } })
    return (await response.json()) as Answer
  }
  const { cases } = await get<CaseList>('customer', '/cases?PageSize=100')
  const managed = await get<CaseList>('collection-partner', '/managed-cases?PageSize=100')
  const { clients } = await get<ClientList>('referral-partner', '/clients?PageSize=100')
  const webhooks = await get<Webhook[]>('customer', '/webhooks')
  return { cases, managed: managed.cases, clients, webhooks }
}

it('all that a run makes is recognised in what Debitura lists, with the run that made it', async () => {
  const world = freshWorld()
  await using run = hostSteward(sandbox, { world })
  const { steward } = run
  const scope = newScope()
  const own = { creditorReference: 'INV-1', comments: 'Pays late.\nSometimes.' }
  await steward.createCase(scope, CREDITOR, draft.case())
  await steward.createCase(scope, CREDITOR, draft.case(own))
  await steward.createManagedCase(scope, draft.managedCase())
  await steward.createManagedCase(scope, draft.managedCase(own))
  const client = await steward.createClient(scope, draft.client(), { sign: true })
  await steward.createClient(scope, draft.client({ externalTenantId: 'acme', email: 'cfo@acme.example' }), {
    sign: false,
  })
  await steward.createWebhook(scope, CREDITOR, 'https://hook.example/debitura?team=7#top', ['case.closed'])

  const { cases, managed, clients, webhooks } = await listed(world)
  expect([cases, managed, clients, webhooks].map((rows) => rows.length)).toEqual([2, 2, 2, 1])
  for (const row of [...cases, ...managed, ...clients, ...webhooks]) {
    expect(runOf(row)).toBe(run.identity.runId)
  }

  await steward.createCase(scope, accountOf(client), draft.case(own))
  const { cases: theirs } = await steward.listCases(accountOf(client), {})
  expect(theirs.map(runOf)).toEqual([run.identity.runId])
  const fromAfar = await steward.getManagedCase(managed[0]?.id ?? '')
  expect(isOurs(fromAfar)).toBe(true)
})

it('nothing that others made is', async () => {
  const world = freshWorld()
  const view = sandbox.world(world)
  view.seedCase()
  view.seedCase({ creditorReference: 'INV-2026-0042', tag: 'suite-run-of-somebody' })
  view.seedCase({ isTest: true, creditorReference: 'sr-INV-2026-0042-of-january' })
  view.seedClient()
  view.seedClient({ externalTenantId: 'sr-acme', email: 'office@acme.example.com' })
  await sandbox.request('customer', '/webhooks', {
    method: 'POST',
    headers: { XApiKey: sandboxKey(world), 'content-type': 'application/json' },
    body: JSON.stringify({ url: 'https://hook.example/sr-debitura', events: ['case.closed'] }),
  })
  const { cases, clients, webhooks } = await listed(world)
  expect([cases, clients, webhooks].map((rows) => rows.length)).toEqual([3, 2, 1])
  for (const row of [...cases, ...clients, ...webhooks]) expect(isOurs(row)).toBe(false)
})

describe('a row', () => {
  const text = fc.option(fc.string(), { nil: null })

  it('of any other content is not ours', () => {
    const row = fc.record(
      {
        creditorReference: text,
        creditorComments: text,
        externalTenantId: text,
        client: fc.option(fc.record({ officeEmail: text }, { requiredKeys: [] }), { nil: null }),
        url: fc.option(fc.oneof(fc.webUrl(), fc.string()), { nil: null }),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(row, (given) => {
        expect(isOurs(given)).toBe(false)
      }),
    )
  })

  it.each([
    [
      'a marker in the middle of a reference',
      { creditorReference: 'INV sr-EjRWeJCrTN-rze8SNFZ4kA-abcdefgh' },
    ],
    ['a marker in the path', { url: 'https://hook.example/sr-EjRWeJCrTN-rze8SNFZ4kA-abcdefgh' }],
    [
      'a marker elsewhere in the query',
      { url: 'https://hook.example/?back=/sr-EjRWeJCrTN-rze8SNFZ4kA-abcdefgh' },
    ],
    [
      'a marker that is not the last line',
      { creditorComments: 'sr-EjRWeJCrTN-rze8SNFZ4kA-abcdefgh\nPays late.' },
    ],
  ])('with %s is not ours', (_, given) => {
    expect(isOurs(given)).toBe(false)
  })

  it('with the very same marker alone in such a field is', () => {
    const marker = 'sr-EjRWeJCrTN-rze8SNFZ4kA-abcdefgh'
    expect(runOf({ creditorReference: marker })).toBe('12345678-90ab-4cdf-abcd-ef1234567890')
    expect(isOurs({ externalTenantId: marker })).toBe(true)
    expect(isOurs({ creditorComments: `Pays late.\n${marker}` })).toBe(true)
    expect(isOurs({ url: `https://hook.example/a?b=1&debitura-testkit=${marker}#c` })).toBe(true)
  })
})
