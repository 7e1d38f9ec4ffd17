import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../../../src/sandbox/index.ts'
import { gate } from '../../debitura/misbehaving-server.ts'
import { accountOf, draft, failureOf, freshWorld, hostSteward, newScope } from '../hosted.ts'
import { interpose } from '../interposed.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await createSandbox()
})
afterAll(() => sandbox.close())

const ACME = { externalTenantId: 'acme' }

describe('a client that two scopes ask for by the same externalTenantId', () => {
  it('is made once', async () => {
    const world = freshWorld()
    await using run = hostSteward(sandbox, { world })
    const [first, second] = await Promise.all([
      run.steward.createClient(newScope(), draft.client(ACME), { sign: true }),
      run.steward.createClient(newScope(), draft.client(ACME), { sign: true }),
    ])
    const third = await run.steward.createClient(newScope(), draft.client(ACME), { sign: true })
    expect([second.client.id, third.client.id]).toEqual([first.client.id, first.client.id])
    expect(sandbox.world(world).clients()).toHaveLength(1)
    expect((await run.close()).tallies.client).toMatchObject({ made: 1, deleted: 1 })
  })

  it('is there until both are over, and then reset once', async () => {
    const world = freshWorld()
    await using between = await interpose(sandbox, (passing) => passing.pass())
    await using run = hostSteward(between, { world })
    const [one, other] = [newScope(), newScope()]
    await run.steward.createClient(one, draft.client(ACME), { sign: true })
    await run.steward.createClient(other, draft.client(ACME), { sign: true })

    run.steward.closeScope(one.id)
    await run.steward.getClient('acme')
    expect(between.seen.filter((call) => call.startsWith('DELETE'))).toEqual([])

    run.steward.closeScope(other.id)
    const report = await run.close()
    expect(report.tallies.client).toMatchObject({ made: 1, deleted: 1, alreadyGone: 0 })
    expect(between.seen.filter((call) => call === 'DELETE /clients/acme')).toHaveLength(1)
  })

  it('is reset once where both are over at the same time', async () => {
    await using between = await interpose(sandbox, (passing) => passing.pass())
    await using run = hostSteward(between)
    for (let users = 0; users < 3; users++) {
      await run.steward.createClient(newScope(), draft.client(ACME), { sign: true })
    }
    run.closeScopes()
    expect((await run.close()).tallies.client).toMatchObject({ made: 1, deleted: 1, alreadyGone: 0 })
    expect(between.seen.filter((call) => call.endsWith('/is-deletable'))).toHaveLength(1)
    expect(between.seen.filter((call) => call === 'DELETE /clients/acme')).toHaveLength(1)
  })
})

describe('a client whose scope ends while it is being made', () => {
  it('is made, and then reset', async () => {
    const world = freshWorld()
    const arrived = gate()
    const go = gate()
    await using between = await interpose(sandbox, async (passing) => {
      if (passing.operation === 'POST /clients') {
        arrived.open()
        await go.opened
      }
      await passing.pass()
    })
    await using run = hostSteward(between, { world })
    const scope = newScope()
    const making = run.steward.createClient(scope, draft.client(), { sign: true })
    await arrived.opened
    run.steward.closeScope(scope.id)
    go.open()
    await making
    expect((await run.close()).tallies.client).toMatchObject({ made: 1, deleted: 1 })
    expect(sandbox.world(world).clients()).toEqual([])
  })

  it('is another one for a scope that asks for it from then on', async () => {
    const world = freshWorld()
    const arrived = gate()
    const go = gate()
    await using between = await interpose(sandbox, async (passing) => {
      if (passing.operation === 'POST /clients') {
        arrived.open()
        await go.opened
      }
      await passing.pass()
    })
    await using run = hostSteward(between, { world })
    const [one, other] = [newScope(), newScope()]
    const first = run.steward.createClient(one, draft.client(ACME), { sign: true })
    await arrived.opened
    run.steward.closeScope(one.id)
    const second = run.steward.createClient(other, draft.client(ACME), { sign: true })
    go.open()
    expect((await second).client.id).not.toBe((await first).client.id)
    expect(sandbox.world(world).clients()).toHaveLength(1)
    await run.steward.createCase(other, accountOf(ACME), draft.case())
    expect((await run.close()).tallies.client).toMatchObject({ made: 2, deleted: 2 })
  })
})

describe('a client that was reset', () => {
  it('can be made anew under the same externalTenantId, in the same scope', async () => {
    await using run = hostSteward(sandbox)
    const scope = newScope()
    const first = await run.steward.createClient(scope, draft.client(ACME), { sign: true })
    await run.steward.resetClient('acme')
    const second = await run.steward.createClient(scope, draft.client(ACME), { sign: true })
    expect(second.client.id).not.toBe(first.client.id)
    expect((await run.close()).tallies.client).toMatchObject({ made: 2, deleted: 2, leftOver: 0 })
  })

  it.each<[string, (steward: ReturnType<typeof hostSteward>['steward']) => Promise<unknown>]>([
    ['read', (steward) => steward.getClient('acme')],
    ['asked whether it can be deleted', (steward) => steward.isDeletable('acme')],
    ['reset', (steward) => steward.resetClient('acme')],
    ['asked for a token', (steward) => steward.token('acme')],
    ['given a case', (steward) => steward.createCase(newScope(), accountOf(ACME), draft.case())],
  ])('cannot be %s', async (_, use) => {
    await using run = hostSteward(sandbox)
    await run.steward.createClient(newScope(), draft.client(ACME), { sign: true })
    await run.steward.resetClient('acme')
    expect(await failureOf(use(run.steward))).toMatchObject({
      code: 'DBT_GONE',
      message: expect.stringContaining('clients.onboard()'),
    })
  })

  it('takes its cases along: they are gone too', async () => {
    await using run = hostSteward(sandbox)
    const scope = newScope()
    const client = await run.steward.createClient(scope, draft.client(), { sign: true })
    const made = await run.steward.createCase(scope, accountOf(client), draft.case())
    await run.steward.resetClient(client.externalTenantId)
    expect((await failureOf(run.steward.getCase(accountOf(client), made.id))).code).toBe('DBT_GONE')
    expect((await run.close()).tallies).toMatchObject({
      case: { made: 1, deleted: 1 },
      client: { deleted: 1 },
    })
  })
})
