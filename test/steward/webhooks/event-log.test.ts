import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { COLLECTION_PARTNER, CREDITOR } from '../../../src/protocol/index.ts'
import { createSandbox, type Sandbox, sandboxKey } from '../../../src/sandbox/index.ts'
import { accountOf, draft, freshWorld, hostSteward, newScope } from '../hosted.ts'
import { interpose } from '../interposed.ts'
import { HEARS } from './hears.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await createSandbox()
})
afterAll(() => sandbox.close())

const namesIn = (log: { readonly events: readonly { readonly eventType: string | null }[] }) =>
  log.events.map(({ eventType }) => eventType)

describe('the event log of a case', () => {
  it('is kept from its making on, without anybody asking for a subscription', async () => {
    await using run = hostSteward(sandbox, HEARS)
    const { steward } = run
    const claim = await steward.createCase(newScope(), CREDITOR, draft.case())
    await steward.advance(CREDITOR, claim.id, 'Closed:Paid', claim.grossAmount ?? 1)
    let log = await steward.eventLog(CREDITOR, claim.id, -1, 0)
    while (log.events.length < 5) log = await steward.eventLog(CREDITOR, claim.id, log.version, 5_000)
    expect(namesIn(log).toSorted()).toEqual([
      'case.closed',
      'case.created',
      'case.updated',
      'case.updated',
      'payment.created',
    ])
    expect((await run.close()).tallies.webhook).toMatchObject({ made: 1, deleted: 1 })
  })

  it('of a managed case and of a client has a subscription of its own each', async () => {
    const world = freshWorld()
    await using run = hostSteward(sandbox, { ...HEARS, world })
    const { steward } = run
    const scope = newScope()
    const client = await steward.createClient(scope, draft.client(), { sign: true })
    const managed = await steward.createManagedCase(scope, draft.managedCase())
    const claim = await steward.createCase(scope, accountOf(client), draft.case())
    for (const [account, id, first] of [
      [COLLECTION_PARTNER, managed.id, 'case.assigned'],
      [accountOf(client), claim.id, 'case.created'],
    ] as const) {
      let log = await steward.eventLog(account, id, -1, 0)
      while (log.events.length === 0) log = await steward.eventLog(account, id, log.version, 5_000)
      expect(namesIn(log)).toContain(first)
    }
    const { leftovers, tallies } = await run.close()
    expect(leftovers).toEqual([])
    expect(tallies.webhook).toMatchObject({ made: 2, deleted: 2 })
    expect(sandbox.world(world).webhooks()).toEqual([])
  })

  it('is polled by one poller, however many wait', async () => {
    await using run = hostSteward(sandbox, HEARS)
    const { steward } = run
    const claim = await steward.createCase(newScope(), CREDITOR, draft.case())
    const first = await steward.eventLog(CREDITOR, claim.id, -1, 0)
    const before = run.connection.calls.byLane.poll.sent
    const waiting = Array.from({ length: 50 }, () =>
      steward.eventLog(CREDITOR, claim.id, first.version + 1, 400),
    )
    await Promise.all(waiting)
    // By itself, one that waits so long looks six times.
    expect(run.connection.calls.byLane.poll.sent - before).toBeLessThan(20)
  })

  it('is read anew by who asks, and not as it was before', async () => {
    await using run = hostSteward(sandbox, HEARS)
    const { steward } = run
    const claim = await steward.createCase(newScope(), CREDITOR, draft.case())
    const old = await steward.eventLog(CREDITOR, claim.id, -1, 0)
    await steward.eventLog(CREDITOR, claim.id, old.version, 5_000)
    const before = run.connection.calls.byLane.poll.sent
    await steward.eventLog(CREDITOR, claim.id, -1, 0)
    expect(run.connection.calls.byLane.poll.sent).toBe(before + 1)
  })

  it('says how long it has been the same', async () => {
    await using run = hostSteward(sandbox, HEARS)
    const { steward } = run
    const claim = await steward.createCase(newScope(), CREDITOR, draft.case())
    let log = await steward.eventLog(CREDITOR, claim.id, -1, 0)
    while (log.settledForMs < 100) log = await steward.eventLog(CREDITOR, claim.id, log.version, 50)
    await steward.advance(CREDITOR, claim.id, 'Active', undefined)
    const { version } = log
    while (log.version === version) log = await steward.eventLog(CREDITOR, claim.id, version, 5_000)
    expect(log.settledForMs).toBeLessThan(100)
  })
})

describe('why an event is missing', () => {
  it('is nothing that is known where all is in order', async () => {
    await using run = hostSteward(sandbox, HEARS)
    const claim = await run.steward.createCase(newScope(), CREDITOR, draft.case())
    expect(await run.steward.whyNoEvent(CREDITOR, claim.id)).toEqual([])
  })

  it('may be that webhooks are off', async () => {
    await using run = hostSteward(sandbox)
    const claim = await run.steward.createCase(newScope(), CREDITOR, draft.case())
    expect(await run.steward.whyNoEvent(CREDITOR, claim.id)).toEqual([expect.stringContaining('`webhooks`')])
    expect((await run.close()).tallies.webhook.made).toBe(0)
  })

  it('may be that the subscription was refused, and the case is made all the same', async () => {
    await using between = await interpose(sandbox, async (passing) => {
      if (passing.operation === 'POST /webhooks') passing.answer(422, { message: 'No more webhooks.' })
      else await passing.pass()
    })
    await using run = hostSteward(between, HEARS)
    const claim = await run.steward.createCase(newScope(), CREDITOR, draft.case())
    expect(await run.steward.whyNoEvent(CREDITOR, claim.id)).toEqual([
      expect.stringContaining('No more webhooks.'),
    ])
  })

  it('may be that somebody deleted the subscription; the next case has one again', async () => {
    const world = freshWorld()
    await using run = hostSteward(sandbox, { ...HEARS, world })
    const { steward } = run
    const claim = await steward.createCase(newScope(), CREDITOR, draft.case())
    const [subscription] = sandbox.world(world).webhooks()
    await sandbox.request('customer', `/webhooks/${subscription?.id}`, {
      method: 'DELETE',
      headers: { XApiKey: sandboxKey(world) },
    })
    expect(await steward.whyNoEvent(CREDITOR, claim.id)).toEqual([
      expect.stringContaining('somebody deleted'),
    ])
    const next = await steward.createCase(newScope(), CREDITOR, draft.case())
    let log = await steward.eventLog(CREDITOR, next.id, -1, 0)
    while (log.events.length === 0) log = await steward.eventLog(CREDITOR, next.id, log.version, 5_000)
    expect(namesIn(log)).toEqual(['case.created'])
    expect((await run.close()).tallies.webhook).toMatchObject({ made: 2, deleted: 1, alreadyGone: 1 })
  })

  it('may be that the case is older than the run', async () => {
    const world = freshWorld()
    const { id } = sandbox.world(world).seedCase({ isTest: true })
    await using run = hostSteward(sandbox, { ...HEARS, world })
    expect(await run.steward.whyNoEvent(CREDITOR, id)).toEqual([
      expect.stringContaining('did not make this case'),
    ])
  })
})

describe("a client's subscription", () => {
  it('goes with the client, without a call of its own', async () => {
    await using between = await interpose(sandbox, ({ pass }) => pass())
    await using run = hostSteward(between, HEARS)
    const { steward } = run
    const scope = newScope()
    const client = await steward.createClient(scope, draft.client(), { sign: true })
    await steward.createCase(scope, accountOf(client), draft.case())
    expect((await run.close()).tallies).toMatchObject({
      client: { made: 1, deleted: 1 },
      webhook: { made: 1, deleted: 1 },
    })
    expect(between.seen.filter((operation) => operation.startsWith('DELETE /webhooks'))).toEqual([])
  })

  it('is deleted by itself where the client stays', async () => {
    await using between = await interpose(sandbox, (passing) =>
      passing.operation.startsWith('DELETE /clients')
        ? passing.answer(422, { message: 'Active leads.' })
        : passing.pass(),
    )
    await using run = hostSteward(between, HEARS)
    const { steward } = run
    const scope = newScope()
    const client = await steward.createClient(scope, draft.client(), { sign: true })
    await steward.createCase(scope, accountOf(client), draft.case())
    expect((await run.close()).tallies).toMatchObject({
      client: { made: 1, leftOver: 1 },
      webhook: { made: 1, deleted: 1 },
    })
  })
})
