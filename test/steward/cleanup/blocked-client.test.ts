import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BLOCKERS } from '../../../src/contract/index.ts'
import { createSandbox, type Sandbox } from '../../../src/sandbox/index.ts'
import { accountOf, draft, failureOf, freshWorld, hostSteward, newScope } from '../hosted.ts'
import { interpose } from '../interposed.ts'
import { accounted } from './accounted.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await createSandbox()
})
afterAll(() => sandbox.close())

describe('a client with an active case', () => {
  it('of the run is rid of it by tag, and reset', async () => {
    const world = freshWorld()
    await using run = hostSteward(sandbox, { world })
    const scope = newScope()
    const client = await run.steward.createClient(scope, draft.client(), { sign: true })
    const made = await run.steward.createCase(scope, accountOf(client), draft.case())
    await run.steward.advance(accountOf(client), made.id, 'Active', undefined)
    expect(accounted(await run.close()).calls.cleanup).toBe(2 + 3)
    expect(sandbox.world(world).clients()).toEqual([])
  })

  it('that the application made, without a tag, is freed by closing it, and reset', async () => {
    const world = freshWorld()
    const view = sandbox.world(world)
    await using run = hostSteward(sandbox, { world })
    const { externalTenantId } = await run.steward.createClient(newScope(), draft.client(), { sign: true })
    for (const lifecycle of ['Active', 'Active', 'Paused'] as const) {
      view.seedCase({ externalTenantId, isTest: true, lifecycle })
    }
    expect(accounted(await run.close()).leftovers).toEqual([])
    expect(view.clients()).toEqual([])
    expect(view.cases()).toEqual([])
  })

  it('that is reset by the test is freed in the same way', async () => {
    const world = freshWorld()
    const view = sandbox.world(world)
    await using run = hostSteward(sandbox, { world })
    const { externalTenantId } = await run.steward.createClient(newScope(), draft.client(), { sign: true })
    view.seedCase({ externalTenantId, isTest: true })
    await run.steward.resetClient(externalTenantId)
    expect(view.clients()).toEqual([])
  })

  it('that is a real one stays, case and client, and Debitura says why', async () => {
    const world = freshWorld()
    const view = sandbox.world(world)
    await using run = hostSteward(sandbox, { world })
    const { externalTenantId } = await run.steward.createClient(newScope(), draft.client(), { sign: true })
    view.seedCase({ externalTenantId })
    const report = accounted(await run.close())
    expect(report.leftovers).toMatchObject([
      { kind: 'client', id: externalTenantId, reason: BLOCKERS.activeCase },
    ])
    expect(view.cases()).toHaveLength(1)
  })

  it('that Debitura goes on to report is asked about a few times, and not for ever', async () => {
    const world = freshWorld()
    const view = sandbox.world(world)
    await using between = await interpose(sandbox, (passing) =>
      passing.operation.endsWith('/is-deletable')
        ? passing.answer(200, { isDeletable: false, blockers: [BLOCKERS.activeCase] })
        : passing.operation === 'GET /cases'
          ? passing.change((body) => body)
          : passing.pass(),
    )
    await using run = hostSteward(between, { world })
    const { externalTenantId } = await run.steward.createClient(newScope(), draft.client(), { sign: true })
    view.seedCase({ externalTenantId, isTest: true })
    const report = accounted(await run.close())
    expect(report.leftovers).toMatchObject([{ id: externalTenantId, reason: BLOCKERS.activeCase }])
    expect(between.seen.filter((call) => call.endsWith('/is-deletable')).length).toBeLessThanOrEqual(4)
  })
})

const lasting = [
  { blocker: 'pendingLeadQuotes', todo: /quotes/ },
  { blocker: 'unpaidCommission', todo: /commission/ },
] as const

describe.each(lasting)('a client blocked by $blocker', ({ blocker, todo }) => {
  it("is left over, with Debitura's words and what to do", async () => {
    const world = freshWorld()
    await using run = hostSteward(sandbox, { world })
    const scope = newScope()
    const free = await run.steward.createClient(scope, draft.client(), { sign: true })
    const blocked = await run.steward.createClient(scope, draft.client(), { sign: true })
    await run.steward.createCase(scope, accountOf(blocked), draft.case())
    sandbox.world(world).setBlockers(blocked.externalTenantId, { [blocker]: true })
    const report = accounted(await run.close())
    expect(report.leftovers).toEqual([
      {
        kind: 'client',
        id: blocked.externalTenantId,
        reason: BLOCKERS[blocker],
        todo: expect.stringMatching(todo),
      },
    ])
    expect(report.tallies).toMatchObject({
      case: { made: 1, deleted: 1 },
      client: { made: 2, deleted: 1, leftOver: 1 },
    })
    expect(
      sandbox
        .world(world)
        .clients()
        .map(({ externalTenantId }) => externalTenantId),
    ).not.toContain(free.externalTenantId)
  })

  it('that a test resets is an error in the test, in the same words', async () => {
    const world = freshWorld()
    await using run = hostSteward(sandbox, { world })
    const { externalTenantId } = await run.steward.createClient(newScope(), draft.client(), { sign: true })
    sandbox.world(world).setBlockers(externalTenantId, { [blocker]: true })
    const error = await failureOf(run.steward.resetClient(externalTenantId))
    expect(error).toMatchObject({ code: 'DBT_CLIENT_BLOCKED', why: BLOCKERS[blocker] })
    expect(error.message).toMatch(todo)
  })

  it('when its scope ends is asked about again at the end of the run', async () => {
    const world = freshWorld()
    await using between = await interpose(sandbox, (passing) => passing.pass())
    await using run = hostSteward(between, { world })
    const scope = newScope()
    const { externalTenantId } = await run.steward.createClient(scope, draft.client(), { sign: true })
    sandbox.world(world).setBlockers(externalTenantId, { [blocker]: true })
    run.steward.closeScope(scope.id)
    // Whoever asks for the same client again waits for the attempt, and gets the one that is still there.
    await run.steward.createClient(newScope(), draft.client({ externalTenantId }), { sign: true })
    sandbox.world(world).setBlockers(externalTenantId, { [blocker]: false })
    expect(accounted(await run.close())).toMatchObject({
      leftovers: [],
      tallies: { client: { made: 1, deleted: 1 } },
    })
  })
})

it('a client for which Debitura has words that nobody documented is reported in them', async () => {
  await using between = await interpose(sandbox, (passing) =>
    passing.operation.endsWith('/is-deletable')
      ? passing.answer(200, {
          isDeletable: false,
          blockers: ['Der Mond ist voll.', BLOCKERS.unpaidCommission],
        })
      : passing.pass(),
  )
  await using run = hostSteward(between)
  await run.steward.createClient(newScope(), draft.client(), { sign: true })
  const [leftover] = accounted(await run.close()).leftovers
  expect(leftover?.reason).toBe(`Der Mond ist voll. ${BLOCKERS.unpaidCommission}`)
  expect(leftover?.todo).toMatch(/^Resolve what Debitura names.*commission/)
})

it('a client that cannot be deleted for no reason at all is reported too', async () => {
  await using between = await interpose(sandbox, (passing) =>
    passing.operation.endsWith('/is-deletable')
      ? passing.answer(200, { isDeletable: false })
      : passing.pass(),
  )
  await using run = hostSteward(between)
  await run.steward.createClient(newScope(), draft.client(), { sign: true })
  expect(accounted(await run.close()).leftovers).toMatchObject([
    { kind: 'client', reason: expect.stringContaining('not why') },
  ])
})
