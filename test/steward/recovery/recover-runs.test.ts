import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CREDITOR } from '../../../src/protocol/index.ts'
import { createSandbox, type Sandbox } from '../../../src/sandbox/index.ts'
import { identifyProcess } from '../../../src/steward/journal/process-identity.ts'
import { accountOf, draft, freshWorld, type HostedSteward, newScope } from '../hosted.ts'
import { contentsOf, DEAD, doomedRun, folder, foreignWorld, keysOf, recoverIn } from './dead-run.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await createSandbox()
})
afterAll(() => sandbox.close())

/** Makes one of everything: three cases, a client, a subscription. */
async function makeAll({ steward }: HostedSteward) {
  const scope = newScope()
  const client = await steward.createClient(scope, draft.client(), { sign: true })
  await steward.createCase(scope, accountOf(client), draft.case())
  const made = await steward.createCase(scope, CREDITOR, draft.case())
  await steward.createManagedCase(scope, draft.managedCase())
  await steward.createWebhook(scope, CREDITOR, 'https://hook.example', ['case.closed'])
  return { client, made }
}

const contents = (world: string) => contentsOf(sandbox, world)

describe('a run that is dead', () => {
  it('is cleaned up after, and nothing else is touched', async () => {
    using place = folder()
    const { world, before } = foreignWorld(sandbox)
    await using run = doomedRun(sandbox, place, world)
    await makeAll(run)
    expect(await recoverIn(sandbox, place, world)).toMatchObject([
      {
        outcome: 'recovered',
        run: { runId: run.identity.runId, environment: 'sandbox' },
        counts: { case: 3, client: 1, webhook: 1 },
        leftovers: [],
        damaged: 0,
      },
    ])
    expect(contents(world)).toBe(before)
    expect(place.journals()).toEqual([])
  })

  it('is only told of in a dry run', async () => {
    using place = folder()
    const world = freshWorld()
    await using run = doomedRun(sandbox, place, world)
    await makeAll(run)
    const before = contents(world)
    const lines = place.lines()
    expect(await recoverIn(sandbox, place, world, { dryRun: true })).toMatchObject([
      { outcome: 'to-recover', counts: { case: 3, client: 1, webhook: 1 } },
    ])
    expect(contents(world)).toBe(before)
    expect(place.lines()).toEqual(lines)
  })

  it('takes along cases of its application, also in the name of a client that it borrowed', async () => {
    using place = folder()
    const world = freshWorld()
    const view = sandbox.world(world)
    view.seedClient({ externalTenantId: 'standing' })
    await using run = doomedRun(sandbox, place, world, { settings: { standingClient: 'standing' } })
    await run.steward.createClient(newScope(), draft.client(), { sign: true })
    view.seedCase({ isTest: true, tag: run.identity.tag })
    view.seedCase({ externalTenantId: 'standing', isTest: true, tag: run.identity.tag })
    await recoverIn(sandbox, place, world)
    expect(view.cases()).toEqual([])
    expect(view.clients()).toHaveLength(1)
  })

  it('is tried again where something is left over', async () => {
    using place = folder()
    const world = freshWorld()
    await using run = doomedRun(sandbox, place, world)
    const { client } = await makeAll(run)
    sandbox.world(world).setBlockers(client.externalTenantId, { unpaidCommission: true })
    expect(await recoverIn(sandbox, place, world)).toMatchObject([
      { outcome: 'left-over', counts: { case: 3 }, leftovers: [{ id: client.externalTenantId }] },
    ])
    expect(place.journals()).toEqual([`run-${run.identity.runId}.jsonl`])
    expect(place.lines().at(-1)).toEqual({
      result: expect.stringContaining(client.externalTenantId),
      at: expect.any(Number),
    })
    sandbox.world(world).setBlockers(client.externalTenantId, { unpaidCommission: false })
    expect(await recoverIn(sandbox, place, world)).toMatchObject([
      { outcome: 'recovered', counts: { case: 0, client: 1, webhook: 0 } },
    ])
    expect(contents(world)).toBe('[[],[],[]]')
    expect(place.journals()).toEqual([])
  })
})

it.each([
  ['is alive', { owner: identifyProcess() }, 'alive'],
  ['was asked to keep everything', { settings: { keep: true } }, 'kept'],
  ['is of another machine', { owner: { ...DEAD, boot: 'another', host: 'another' } }, 'another-machine'],
] as const)('a run that %s is left alone', async (_, hosting, why) => {
  using place = folder()
  const world = freshWorld()
  await using run = doomedRun(sandbox, place, world, hosting)
  await makeAll(run)
  const before = contents(world)
  const lines = place.lines()
  expect(await recoverIn(sandbox, place, world)).toMatchObject([{ outcome: 'untouched', why }])
  expect(contents(world)).toBe(before)
  expect(place.lines()).toEqual(lines)
})

describe('a dead run of another place is left alone, and told what it takes:', () => {
  it.each([
    ['another environment', { environment: 'test' }, 'another-place', /DEBITURA_ENVIRONMENT=sandbox/],
    ['another origin', { urls: {} }, 'another-place', /DEBITURA_CUSTOMER_API_URL=http/],
    ['no key', { keys: {} }, 'missing-key', /Set DEBITURA_CUSTOMER_API_KEY and/],
    [
      'another key',
      { keys: { customer: 'a', 'referral-partner': 'b', 'collection-partner': 'c' } },
      'another-key',
      /to the key that it had/,
    ],
  ] as const)('%s', async (_, other, why, todo) => {
    using place = folder()
    const world = freshWorld()
    await using run = doomedRun(sandbox, place, world)
    await makeAll(run)
    const before = contents(world)
    const { urls } = sandbox
    const here = { environment: 'sandbox', urls, keys: keysOf(world), ...other } as const
    const options = { place: here }
    expect(await recoverIn(sandbox, place, world, options)).toEqual([
      expect.objectContaining({ outcome: 'untouched', why, todo: expect.stringMatching(todo) }),
    ])
    expect(contents(world)).toBe(before)
  })
})
