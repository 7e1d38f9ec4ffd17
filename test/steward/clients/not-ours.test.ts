import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { COLLECTION_PARTNER, CREDITOR } from '../../../src/protocol/index.ts'
import { createSandbox, type Sandbox } from '../../../src/sandbox/index.ts'
import { nobodySigns } from '../../../src/steward/onboarding/nobody-signs.ts'
import { gate } from '../../debitura/misbehaving-server.ts'
import { accountOf, draft, failureOf, freshWorld, hostSteward, newScope } from '../hosted.ts'
import { interpose } from '../interposed.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await createSandbox()
})
afterAll(() => sandbox.close())

describe("somebody else's client", () => {
  it('is not taken for one that the run made, and never reset', async () => {
    const world = freshWorld()
    const theirs = sandbox.world(world).seedClient({ externalTenantId: 'acme' })
    await using run = hostSteward(sandbox, { world })
    const making = run.steward.createClient(newScope(), draft.client({ externalTenantId: 'acme' }), {
      sign: true,
    })
    expect(await failureOf(making)).toMatchObject({
      code: 'DBT_NOT_OURS',
      what: 'Failed to make client acme',
    })
    expect((await failureOf(run.steward.resetClient('acme'))).code).toBe('DBT_NOT_OURS')
    const report = await run.close()
    expect(sandbox.world(world).clients()).toEqual([theirs])
    expect(report.tallies.client).toMatchObject({ made: 0, deleted: 0 })
    expect(report.leftovers).toEqual([])
  })

  it('can be read all the same', async () => {
    const world = freshWorld()
    sandbox.world(world).seedClient({ externalTenantId: 'acme' })
    await using run = hostSteward(sandbox, { world })
    expect(await run.steward.getClient('acme')).toMatchObject({ externalTenantId: 'acme' })
    expect(await run.steward.isDeletable('acme')).toMatchObject({ isDeletable: true })
  })

  it('is rid of cases with the tag that the application under test made with a token of the kit', async () => {
    const world = freshWorld()
    const view = sandbox.world(world)
    const theirs = view.seedClient({ externalTenantId: 'acme' })
    await using run = hostSteward(sandbox, { world })
    await run.steward.token('acme')
    view.seedCase({ externalTenantId: 'acme', isTest: true, tag: run.identity.tag })
    const report = await run.close()
    expect(view.cases()).toEqual([])
    expect(view.clients()).toEqual([theirs])
    expect(report.leftovers).toEqual([])
  })

  it('in whose name nothing was called is left alone at the end', async () => {
    const world = freshWorld()
    sandbox.world(world).seedClient({ externalTenantId: 'acme' })
    await using between = await interpose(sandbox, (passing) => passing.pass())
    await using run = hostSteward(between, { world })
    await run.steward.getClient('acme')
    await run.close()
    expect(between.seen).not.toContain('POST /oauth/token')
  })

  it('that is gone when the run ends took its cases along', async () => {
    const world = freshWorld()
    await using theirs = hostSteward(sandbox, { world })
    const client = await theirs.steward.createClient(newScope(), draft.client(), { sign: true })
    await using run = hostSteward(sandbox, { world })
    await run.steward.createCase(newScope(), accountOf(client), draft.case())
    await theirs.close()
    const report = await run.close()
    expect(report.leftovers).toEqual([])
    expect(report.tallies.case).toMatchObject({ made: 1, alreadyGone: 1 })
  })

  it('that has the wanted e-mail address makes Debitura refuse, and stays', async () => {
    const world = freshWorld()
    const theirs = sandbox.world(world).seedClient({ email: 'cfo@acme.example' })
    await using run = hostSteward(sandbox, { world })
    const making = run.steward.createClient(newScope(), draft.client({ email: 'cfo@acme.example' }), {
      sign: true,
    })
    expect(await failureOf(making)).toMatchObject({ status: 409 })
    expect((await run.close()).tallies.client.made).toBe(0)
    expect(sandbox.world(world).clients()).toEqual([theirs])
  })
})

describe('a client that two runs ask for in the same moment, by the same externalTenantId', () => {
  it('is made by one of them, refused to the other, and reset by the one alone', async () => {
    const world = freshWorld()
    let asked = 0
    const both = gate()
    await using between = await interpose(sandbox, async (passing) => {
      // Both find it free before either makes it.
      if (passing.operation === 'POST /clients') {
        if (++asked === 2) both.open()
        await both.opened
      }
      await passing.pass()
    })
    await using one = hostSteward(between, { world })
    await using other = hostSteward(between, { world })
    const outcomes = await Promise.allSettled(
      [one, other].map(({ steward }) =>
        steward.createClient(newScope(), draft.client({ externalTenantId: 'acme' }), { sign: true }),
      ),
    )
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'DBT_NOT_OURS' },
    })
    const [owner, stranger] = outcomes[0]?.status === 'fulfilled' ? [one, other] : [other, one]
    expect((await stranger.close()).tallies.client.made).toBe(0)
    expect(sandbox.world(world).clients()).toHaveLength(1)
    expect((await owner.close()).tallies.client).toMatchObject({ made: 1, deleted: 1 })
  })

  it('is not reset by the one whose answer was lost, where the other made it', async () => {
    const world = freshWorld()
    const asked = gate()
    const made = gate()
    await using between = await interpose(sandbox, async (passing) => {
      if (passing.operation !== 'POST /clients') return passing.pass()
      asked.open()
      await made.opened
      return passing.lose()
    })
    await using unlucky = hostSteward(between, { world })
    await using owner = hostSteward(sandbox, { world })
    const acme = draft.client({ externalTenantId: 'acme' })
    const late = failureOf(unlucky.steward.createClient(newScope(), acme, { sign: true }))
    await asked.opened
    await owner.steward.createClient(newScope(), draft.client({ externalTenantId: 'acme' }), { sign: true })
    made.open()
    expect((await late).code).toBe('DBT_ANSWER_LOST')
    const report = await unlucky.close()
    expect(report.tallies.client.made).toBe(0)
    expect(report.leftovers).toEqual([])
    expect(sandbox.world(world).clients()).toHaveLength(1)
  })

  it('is not reset at the end either, where it could not be asked whose it is when the scope ended', async () => {
    const world = freshWorld()
    const asked = gate()
    const made = gate()
    let failures = 0
    await using between = await interpose(sandbox, async (passing) => {
      if (passing.operation === 'GET /clients/acme' && failures-- > 0) return passing.answer(500, {})
      if (passing.operation !== 'POST /clients') return passing.pass()
      asked.open()
      await made.opened
      return passing.lose()
    })
    await using unlucky = hostSteward(between, { world })
    await using owner = hostSteward(sandbox, { world })
    const scope = newScope()
    const acme = draft.client({ externalTenantId: 'acme' })
    const late = failureOf(unlucky.steward.createClient(scope, acme, { sign: true }))
    await asked.opened
    await owner.steward.createClient(newScope(), draft.client({ externalTenantId: 'acme' }), { sign: true })
    made.open()
    expect((await late).code).toBe('DBT_ANSWER_LOST')
    // As many as one call is tried.
    failures = 4
    unlucky.steward.closeScope(scope.id)
    const report = await unlucky.close()
    expect(sandbox.world(world).clients()).toHaveLength(1)
    expect(failures).toBeLessThan(0)
    expect(report.tallies.client.made).toBe(0)
    expect(report.leftovers).toEqual([])
  })
})

describe("somebody else's case", () => {
  it.each([CREDITOR, COLLECTION_PARTNER])(
    'is not deleted, though it is a test case: $kind',
    async (account) => {
      const world = freshWorld()
      await using theirs = hostSteward(sandbox, { world })
      await using ours = hostSteward(sandbox, { world })
      const { id } =
        account.kind === 'creditor'
          ? await theirs.steward.createCase(newScope(), CREDITOR, draft.case())
          : await theirs.steward.createManagedCase(newScope(), draft.managedCase())
      const error = await failureOf(ours.steward.deleteCase(account, id))
      expect(error).toMatchObject({ code: 'DBT_NOT_OURS', what: `Failed to delete case ${id}` })
      await ours.close()
      expect(sandbox.world(world).cases()).toHaveLength(1)
    },
  )

  it.each(['', 'acme', 'constructor', '00000000-0000-4000-8000-000000000000'])(
    'of the id %j is nobody the run knows',
    async (id) => {
      await using run = hostSteward(sandbox)
      expect((await failureOf(run.steward.deleteCase(CREDITOR, id))).code).toBe('DBT_NOT_OURS')
      expect((await failureOf(run.steward.deleteWebhook(CREDITOR, id))).code).toBe('DBT_NOT_OURS')
      expect(run.connection.calls.total).toBe(0)
    },
  )
})

describe('a standing client', () => {
  it('is borrowed: its cases of the run are deleted, and it is never reset', async () => {
    const world = freshWorld()
    const view = sandbox.world(world)
    const standing = view.seedClient({ externalTenantId: 'standing' })
    const theirs = view.seedCase({ externalTenantId: 'standing' })
    await using run = hostSteward(sandbox, { world, settings: { standingClient: 'standing' } })
    const [one, other] = [newScope(), newScope()]
    const client = await run.steward.createClient(one, draft.client(), { sign: true })
    expect(client).toMatchObject({ externalTenantId: 'standing', borrowed: true })
    await run.steward.createCase(one, accountOf(client), draft.case())
    run.steward.closeScope(one.id)
    await run.steward.createClient(other, draft.client(), { sign: true })
    await run.steward.createCase(other, accountOf(client), draft.case())
    expect((await failureOf(run.steward.resetClient('standing'))).code).toBe('DBT_NOT_OURS')

    const report = await run.close()
    expect(view.clients()).toEqual([standing])
    expect(view.cases()).toEqual([theirs])
    expect(report.tallies).toMatchObject({ case: { made: 2, deleted: 2 }, client: { made: 0 } })
  })

  it('is rid of cases with the tag that the application under test made in its name', async () => {
    const world = freshWorld()
    const view = sandbox.world(world)
    view.seedClient({ externalTenantId: 'standing' })
    await using run = hostSteward(sandbox, { world, settings: { standingClient: 'standing' } })
    await run.steward.createClient(newScope(), draft.client(), { sign: true })
    view.seedCase({ externalTenantId: 'standing', isTest: true, tag: run.identity.tag })
    await run.close()
    expect(view.cases()).toEqual([])
  })

  it('that does not exist is an error in the test', async () => {
    await using run = hostSteward(sandbox, { settings: { standingClient: 'nobody' } })
    const making = run.steward.createClient(newScope(), draft.client(), { sign: true })
    expect(await failureOf(making)).toMatchObject({ status: 404 })
  })

  it('does not stand in for a client that is to be unsigned', async () => {
    const world = freshWorld()
    sandbox.world(world).seedClient({ externalTenantId: 'standing' })
    await using run = hostSteward(sandbox, { world, settings: { standingClient: 'standing' } })
    const client = await run.steward.createClient(newScope(), draft.client(), { sign: false })
    expect(client).toMatchObject({ borrowed: false, onboardingDone: false })
  })
})

describe('a client that nobody could sign for', () => {
  it('is refused before anything is made', async () => {
    await using run = hostSteward(sandbox, { onboarding: nobodySigns })
    const error = await failureOf(run.steward.createClient(newScope(), draft.client(), { sign: true }))
    expect(error.code).toBe('DBT_ONBOARDING')
    expect(error.message).toMatch(/completeOnboarding.*DEBITURA_STANDING_CLIENT/)
    expect(run.connection.calls.total).toBe(0)
  })
})

describe('in production', () => {
  it('no client is made', async () => {
    await using run = hostSteward(sandbox, { settings: { environment: 'production' } })
    const error = await failureOf(run.steward.createClient(newScope(), draft.client(), { sign: false }))
    expect(error.code).toBe('DBT_CLIENTS_REFUSED')
    expect(run.connection.calls.total).toBe(0)
  })
})
