import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readOrders } from '../../src/cli/sweep-orders.ts'
import { customerApi } from '../../src/contract/index.ts'
import { CREDITOR } from '../../src/protocol/index.ts'
import { createSandbox, type Sandbox } from '../../src/sandbox/index.ts'
import { resolveSettings } from '../../src/steward/settings.ts'
import { connectTo, KEY } from '../debitura/debitura.ts'
import { serve } from '../debitura/misbehaving-server.ts'
import { ForgottenRun, sweep } from '../sweep/swept.ts'
import {
  accountOf,
  draft,
  failureOf,
  freshWorld,
  type HostedSteward,
  hostSteward,
  newScope,
} from './hosted.ts'
import { interpose } from './interposed.ts'

/** What the kit never does, each seen from outside: what is refused, with which code, and what reaches Debitura of it. */

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await createSandbox()
})
afterAll(() => sandbox.close())

const KEYS = { DEBITURA_CUSTOMER_API_KEY: 'live-key-1', DEBITURA_REFERRAL_API_KEY: 'live-key-2' }
const settled = (options: object) => async () => resolveSettings(options, KEYS)

describe('before anything is sent', () => {
  it.each<[rail: string, code: string, attempt: () => Promise<unknown>]>([
    [
      'keys go to no host that is not on the list',
      'DBT_HOST_NOT_ALLOWED',
      settled({ environment: 'test', customerApiUrl: 'https://debitura.example' }),
    ],
    [
      "keys go to no host of another environment's",
      'DBT_HOST_NOT_ALLOWED',
      settled({ environment: 'test', customerApiUrl: 'https://customer-api.debitura.com' }),
    ],
    [
      'plain http goes to loopback only',
      'DBT_HOST_NOT_ALLOWED',
      settled({ environment: 'sandbox', customerApiUrl: 'http://192.168.0.7:4010' }),
    ],
    [
      'plain http goes to no real service',
      'DBT_HOST_NOT_ALLOWED',
      settled({ environment: 'production', customerApiUrl: 'http://customer-api.debitura.com' }),
    ],
    [
      'a production sweep does not delete on the word of a variable',
      'DBT_SETTINGS',
      async () => readOrders({ yes: true }, { ...KEYS, DEBITURA_ENVIRONMENT: 'production' }),
    ],
    [
      'a production sweep does not delete without the host typed again',
      'DBT_SETTINGS',
      async () => readOrders({ yes: true, environment: 'production' }, KEYS),
    ],
    [
      'a production sweep does not delete at a host that was mistyped',
      'DBT_SETTINGS',
      async () =>
        readOrders({ yes: true, environment: 'production', host: 'testcustomer-api.debitura.com' }, KEYS),
    ],
  ])('%s: %s', async (_, code, attempt) => {
    expect(await failureOf(attempt())).toMatchObject({ code })
  })
})

describe('a call', () => {
  it.each([undefined, '', ' ', '\t'])('never deletes by the tag %j: DBT_INVALID_TAG', async (tag) => {
    await using server = await serve((response) => void response.writeHead(204).end())
    await using connection = connectTo(server.url)
    const call = connection.call(customerApi.deleteTestCasesByTag, {
      credential: KEY,
      parameters: {},
      query: { tag },
    })
    expect(await failureOf(call)).toMatchObject({ code: 'DBT_INVALID_TAG' })
    expect(server.seen).toEqual([])
  })

  it.each([301, 302, 307, 308])('follows no redirect of %d: DBT_REDIRECT_REFUSED', async (status) => {
    await using elsewhere = await serve((response) => void response.end('{}'))
    await using server = await serve(
      (response) => void response.writeHead(status, { location: elsewhere.url }).end(),
    )
    await using connection = connectTo(server.url)
    const call = connection.call(customerApi.getMe, { credential: KEY, parameters: {} })
    expect(await failureOf(call)).toMatchObject({ code: 'DBT_REDIRECT_REFUSED' })
    expect(elsewhere.seen).toEqual([])
  })
})

describe('a run', () => {
  const PRODUCTION = { settings: { environment: 'production' } } as const

  it.each<
    [
      rail: string,
      code: string,
      hosting: object,
      attempt: (run: HostedSteward, foreign: Foreign) => Promise<unknown>,
    ]
  >([
    [
      'makes no client in production',
      'DBT_CLIENTS_REFUSED',
      PRODUCTION,
      ({ steward }) => steward.createClient(newScope(), draft.client(), { sign: false }),
    ],
    [
      'resets no client in production',
      'DBT_NOT_OURS',
      PRODUCTION,
      ({ steward }) => steward.resetClient('theirs'),
    ],
    [
      'resets no client that is not in its journal',
      'DBT_NOT_OURS',
      {},
      ({ steward }) => steward.resetClient('theirs'),
    ],
    [
      'deletes no case that is not in its journal, be it a test case',
      'DBT_NOT_OURS',
      {},
      ({ steward }, { test }) => steward.deleteCase(CREDITOR, test),
    ],
    [
      'deletes no case that merely looks like its own',
      'DBT_NOT_OURS',
      {},
      ({ steward }, { alike }) => steward.deleteCase(CREDITOR, alike),
    ],
    [
      'deletes no subscription that is not in its journal',
      'DBT_NOT_OURS',
      {},
      ({ steward }, { webhook }) => steward.deleteWebhook(CREDITOR, webhook),
    ],
    [
      'starts no real case',
      'DBT_NOT_A_TEST_CASE',
      {},
      ({ steward }, { real }) => steward.startCase(real, { welcomeMessage: 'Hello' }),
    ],
  ])('%s: %s', async (_, code, hosting, attempt) => {
    const foreign = await foreignThings()
    const { world } = foreign
    const before = snapshot(world)
    await using run = hostSteward(sandbox, { world, ...hosting })
    expect(await failureOf(attempt(run, foreign))).toMatchObject({ code })
    await run.close()
    expect(snapshot(world)).toEqual(before)
  })

  it.each([
    ['a real case', { isTest: false }],
    ['a blank tag', { tag: ' ' }],
    ["somebody else's tag", { tag: 'suite-run-of-somebody' }],
  ])('makes a test case with its own tag, though asked for %s', async (_, own) => {
    const world = freshWorld()
    await using run = hostSteward(sandbox, { world })
    const { externalTenantId } = await run.steward.createClient(newScope(), draft.client(), { sign: true })
    for (const account of [CREDITOR, accountOf({ externalTenantId })])
      await run.steward.createCase(newScope(), account, { ...draft.case(), ...own })
    await run.steward.createManagedCase(newScope(), { ...draft.managedCase(), ...own })
    const made = sandbox.world(world).cases()
    expect(made.map(({ isTest, tag }) => [isTest, tag])).toEqual(Array(3).fill([true, run.identity.tag]))
  })

  it('stops when a case that it made is a real one: DBT_NOT_A_TEST_CASE', async () => {
    await using between = await interpose(sandbox, (passing) =>
      passing.operation === 'POST /cases'
        ? passing.change((body) => ({ ...body, isTestCase: false }))
        : passing.pass(),
    )
    await using run = hostSteward(between)
    const make = () => failureOf(run.steward.createCase(newScope(), CREDITOR, draft.case()))
    expect(await make()).toMatchObject({ code: 'DBT_NOT_A_TEST_CASE' })
    expect(await make()).toMatchObject({ code: 'DBT_NOT_A_TEST_CASE' })
    expect(between.seen.filter((operation) => operation === 'POST /cases')).toHaveLength(1)
  })
})

describe('a sweep', () => {
  it.each<[rail: string, sweeping: object]>([
    ['deletes nothing that is not isOurs()', {}],
    ['deletes nothing in a dry run', { dryRun: true }],
    ['deletes no client in production', { environment: 'production' }],
  ])('%s', async (_, sweeping) => {
    const { world } = await foreignThings()
    const view = sandbox.world(world)
    const run = new ForgottenRun(sandbox, world)
    if (Object.keys(sweeping).length > 0) run.leaveClient()
    await view.clock.moveForward('5h')
    view.seedCase()
    const before = snapshot(world)
    await sweep(sandbox, { world, olderThanMs: 60_000, alive: new Set(), ...sweeping })
    expect(snapshot(world)).toEqual(before)
  })

  it.each<[rail: string, given: (run: ForgottenRun) => object, seed: (run: ForgottenRun) => unknown]>([
    ['too young', () => ({ olderThanMs: 6 * 3_600_000 }), (run) => run.leaveCase()],
    [
      'of a run that goes on',
      ({ identity }) => ({ alive: new Set([identity.runId]) }),
      (run) => run.leaveCase(),
    ],
    ['a real case, though it looks like ours', () => ({}), (run) => run.leaveCase(undefined, false)],
  ])('deletes nothing that is %s', async (_, given, seed) => {
    const { world } = await foreignThings()
    const run = new ForgottenRun(sandbox, world)
    seed(run)
    await sandbox.world(world).clock.moveForward('5h')
    const before = snapshot(world)
    await sweep(sandbox, { world, ...given(run) })
    expect(snapshot(world)).toEqual(before)
  })
})

interface Foreign {
  readonly world: string
  readonly real: string
  readonly test: string
  /** Looks like a run's at a glance. */
  readonly alike: string
  readonly webhook: string
}

/** A world with things that no run of the kit made. */
async function foreignThings(): Promise<Foreign> {
  const world = freshWorld()
  const view = sandbox.world(world)
  view.seedClient({ externalTenantId: 'theirs' })
  const headers = { XApiKey: `sandbox-${world}`, 'content-type': 'application/json' }
  const body = JSON.stringify({
    url: 'https://hook.example/theirs',
    events: ['case.closed'],
    isTestMode: true,
  })
  const answer = await sandbox.request('customer', '/webhooks', { method: 'POST', headers, body })
  const { id: webhook } = (await answer.json()) as { readonly id: string }
  return {
    world,
    webhook,
    real: view.seedCase({ creditorReference: 'INV-1' }).id,
    test: view.seedCase({ isTest: true, creditorReference: 'INV-2', tag: 'suite-run-of-somebody' }).id,
    alike: view.seedCase({ isTest: true, creditorReference: 'sr-INV-2026-0042-of-january' }).id,
  }
}

function snapshot(world: string) {
  const view = sandbox.world(world)
  return { cases: view.cases(), clients: view.clients(), webhooks: view.webhooks() }
}
