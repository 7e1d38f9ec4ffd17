import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CREDITOR } from '../../../src/protocol/index.ts'
import { createSandbox, type Sandbox } from '../../../src/sandbox/index.ts'
import { accounted } from '../cleanup/accounted.ts'
import { accountOf, draft, failureOf, freshWorld, hostSteward, newScope } from '../hosted.ts'
import { interpose, type Passing } from '../interposed.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await createSandbox()
})
afterAll(() => sandbox.close())

/** Loses the answers to the first so many requests of an operation, after they were carried out. */
function losing(operation: string, answers: number) {
  return (passing: Passing) =>
    passing.operation === operation && answers-- > 0 ? passing.lose() : passing.pass()
}

const EVERY = Number.POSITIVE_INFINITY

describe('a case whose creation was carried out and whose answer was lost', () => {
  it('is there once, and the test gets it', async () => {
    const world = freshWorld()
    await using between = await interpose(sandbox, losing('POST /cases', 1))
    await using run = hostSteward(between, { world })
    const made = await run.steward.createCase(newScope(), CREDITOR, draft.case())
    expect(
      sandbox
        .world(world)
        .cases()
        .map(({ id }) => id),
    ).toEqual([made.id])
    expect(accounted(await run.close()).tallies.case).toMatchObject({ made: 1, deleted: 1 })
  })

  it('and stayed lost is deleted all the same', async () => {
    const world = freshWorld()
    await using between = await interpose(sandbox, losing('POST /cases', EVERY))
    await using run = hostSteward(between, { world })
    const error = await failureOf(run.steward.createCase(newScope(), CREDITOR, draft.case()))
    expect(error.code).toBe('DBT_ANSWER_LOST')
    expect(sandbox.world(world).cases()).toHaveLength(1)
    expect(accounted(await run.close()).leftovers).toEqual([])
    expect(sandbox.world(world).cases()).toEqual([])
  })

  it('in the account of a client is deleted when its scope ends', async () => {
    const world = freshWorld()
    await using between = await interpose(sandbox, losing('POST /cases', EVERY))
    await using run = hostSteward(between, { world })
    const scope = newScope()
    const client = await run.steward.createClient(scope, draft.client(), { sign: true })
    await failureOf(run.steward.createCase(scope, accountOf(client), draft.case()))
    run.steward.closeScope(scope.id)
    accounted(await run.close())
    expect(sandbox.world(world).cases()).toEqual([])
    expect(sandbox.world(world).clients()).toEqual([])
  })
})

describe('a client whose creation was carried out and whose answer was lost', () => {
  it('is there once, and the test gets it', async () => {
    const world = freshWorld()
    await using between = await interpose(sandbox, losing('POST /clients', 1))
    await using run = hostSteward(between, { world })
    const made = await run.steward.createClient(newScope(), draft.client(), { sign: true })
    expect(
      sandbox
        .world(world)
        .clients()
        .map(({ creditorId }) => creditorId),
    ).toEqual([made.client.id])
    expect(accounted(await run.close()).tallies.client).toMatchObject({ made: 1, deleted: 1 })
  })

  it('and stayed lost is reset all the same', async () => {
    const world = freshWorld()
    await using between = await interpose(sandbox, losing('POST /clients', EVERY))
    await using run = hostSteward(between, { world })
    await failureOf(run.steward.createClient(newScope(), draft.client(), { sign: true }))
    expect(sandbox.world(world).clients()).toHaveLength(1)
    expect(accounted(await run.close()).tallies.client).toMatchObject({ made: 1, deleted: 1 })
    expect(sandbox.world(world).clients()).toEqual([])
  })

  it('can be asked for again, and is the same one', async () => {
    const world = freshWorld()
    await using between = await interpose(sandbox, losing('POST /clients', 4))
    await using run = hostSteward(between, { world })
    const acme = draft.client({ externalTenantId: 'acme', email: 'cfo@acme.example' })
    await failureOf(run.steward.createClient(newScope(), acme, { sign: true }))
    const made = await run.steward.createClient(newScope(), acme, { sign: true })
    expect(
      sandbox
        .world(world)
        .clients()
        .map(({ creditorId }) => creditorId),
    ).toEqual([made.client.id])
    expect(accounted(await run.close()).tallies.client).toMatchObject({ made: 1, deleted: 1 })
  })
})

it('a client that Debitura perhaps made, and did not, can be asked for again', async () => {
  let failures = 4
  await using between = await interpose(sandbox, (passing) =>
    passing.operation === 'POST /clients' && failures-- > 0 ? passing.answer(500, {}) : passing.pass(),
  )
  await using run = hostSteward(between)
  const acme = draft.client({ externalTenantId: 'acme' })
  await failureOf(run.steward.createClient(newScope(), acme, { sign: true }))
  await run.steward.createClient(newScope(), acme, { sign: true })
  expect(accounted(await run.close()).tallies.client).toMatchObject({ made: 1, deleted: 1 })
})

it('a client that Debitura perhaps made, and did not, was never made', async () => {
  await using between = await interpose(sandbox, (passing) =>
    passing.operation === 'POST /clients' ? passing.answer(500, {}) : passing.pass(),
  )
  await using run = hostSteward(between)
  await failureOf(run.steward.createClient(newScope(), draft.client(), { sign: true }))
  const report = accounted(await run.close())
  expect(report.tallies.client.made).toBe(0)
  expect(report.leftovers).toEqual([])
})

describe('a subscription whose creation was carried out and whose answer was lost', () => {
  it('is found by its marker and deleted, and no other is', async () => {
    const world = freshWorld()
    await using other = hostSteward(sandbox, { world })
    await other.steward.createWebhook(newScope(), CREDITOR, 'https://hook.example', ['case.closed'])
    const theirs = sandbox.world(world).webhooks()
    await using between = await interpose(sandbox, losing('POST /webhooks', 1))
    await using run = hostSteward(between, { world })
    const making = run.steward.createWebhook(newScope(), CREDITOR, 'https://hook.example', ['case.closed'])
    expect((await failureOf(making)).code).toBe('DBT_ANSWER_LOST')
    expect(sandbox.world(world).webhooks()).toHaveLength(2)
    expect(accounted(await run.close()).tallies.webhook).toMatchObject({ made: 1, deleted: 1 })
    expect(sandbox.world(world).webhooks()).toEqual(theirs)
  })

  it('that was not carried out after all was never made', async () => {
    await using between = await interpose(sandbox, (passing) =>
      passing.operation === 'POST /webhooks' ? passing.answer(502, {}) : passing.pass(),
    )
    await using run = hostSteward(between)
    await failureOf(run.steward.createWebhook(newScope(), CREDITOR, 'https://hook.example', ['case.closed']))
    expect(accounted(await run.close()).tallies.webhook.made).toBe(0)
  })
})

it.each(['DELETE /test/cases', 'POST /oauth/token'])(
  'an answer to %s that is lost changes nothing',
  async (operation) => {
    const world = freshWorld()
    await using between = await interpose(sandbox, losing(operation, 1))
    await using run = hostSteward(between, { world })
    const scope = newScope()
    const client = await run.steward.createClient(scope, draft.client(), { sign: true })
    await run.steward.createCase(scope, accountOf(client), draft.case())
    await run.steward.createCase(scope, CREDITOR, draft.case())
    const report = accounted(await run.close())
    expect(report.leftovers).toEqual([])
    expect(report.tallies).toMatchObject({ case: { deleted: 2 }, client: { deleted: 1 } })
    expect(sandbox.world(world).cases()).toEqual([])
  },
)

it('a reset whose answer is lost is done, and somebody seems to have been faster', async () => {
  const world = freshWorld()
  let lost = 0
  await using between = await interpose(sandbox, (passing) =>
    passing.operation.startsWith('DELETE /clients/') && lost++ === 0 ? passing.lose() : passing.pass(),
  )
  await using run = hostSteward(between, { world })
  await run.steward.createClient(newScope(), draft.client(), { sign: true })
  const report = accounted(await run.close())
  expect(report.leftovers).toEqual([])
  expect(report.tallies.client).toMatchObject({ made: 1, leftOver: 0 })
  expect(sandbox.world(world).clients()).toEqual([])
})
