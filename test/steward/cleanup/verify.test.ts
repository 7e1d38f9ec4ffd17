import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BLOCKERS } from '../../../src/contract/index.ts'
import { CREDITOR } from '../../../src/protocol/index.ts'
import { createSandbox, type Sandbox, sandboxKey } from '../../../src/sandbox/index.ts'
import { draft, freshWorld, hostSteward, newScope } from '../hosted.ts'
import { interpose } from '../interposed.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await createSandbox()
})
afterAll(() => sandbox.close())

const VERIFY = { verify: true }

describe('a run that verifies', () => {
  it('finds nothing of its own, whatever others have', async () => {
    const world = freshWorld()
    const view = sandbox.world(world)
    await using other = hostSteward(sandbox, { world })
    for (let made = 0; made < 120; made++) view.seedCase()
    await other.steward.createCase(newScope(), CREDITOR, draft.case())
    await other.steward.createManagedCase(newScope(), draft.managedCase())
    await other.steward.createClient(newScope(), draft.client(), { sign: true })
    await other.steward.createWebhook(newScope(), CREDITOR, 'https://hook.example', ['case.closed'])
    await using run = hostSteward(sandbox, { world, settings: VERIFY })
    await run.steward.createCase(newScope(), CREDITOR, draft.case())
    expect(await run.close()).toMatchObject({ leftovers: [], notices: [] })
    expect(view.cases()).toHaveLength(122)
  })

  it.each(['customer', 'collection-partner', 'referral-partner'] as const)(
    'asks only the API that it has a key for: %s',
    async (api) => {
      const key = sandboxKey(freshWorld())
      await using run = hostSteward(sandbox, { keys: { [api]: key }, settings: VERIFY })
      expect(await run.close()).toMatchObject({ leftovers: [], notices: [] })
    },
  )

  it('reports what Debitura still lists after it was deleted', async () => {
    await using between = await interpose(sandbox, (passing) =>
      passing.operation === 'DELETE /test/cases' ? passing.answer(204, undefined) : passing.pass(),
    )
    await using run = hostSteward(between, { settings: VERIFY })
    const made = await run.steward.createCase(newScope(), CREDITOR, draft.case())
    const managed = await run.steward.createManagedCase(newScope(), draft.managedCase())
    const { leftovers } = await run.close()
    expect(leftovers.map(({ id }) => id).toSorted()).toEqual([made.id, managed.id].toSorted())
    expect(leftovers[0]?.reason).toContain('still lists it')
  })

  it('names cases that it knows to be left over once, by their tag', async () => {
    await using between = await interpose(sandbox, (passing) =>
      passing.operation === 'DELETE /test/cases' ? passing.answer(403, { error: 'Broken' }) : passing.pass(),
    )
    await using run = hostSteward(between, { keys: { customer: sandboxKey(freshWorld()) }, settings: VERIFY })
    await run.steward.createCase(newScope(), CREDITOR, draft.case())
    expect((await run.close()).leftovers).toMatchObject([
      { kind: 'case', id: `1 with tag ${run.identity.tag}` },
    ])
  })

  it('names a client that it knows to be left over once, with the reason that it knows', async () => {
    const world = freshWorld()
    await using run = hostSteward(sandbox, { world, settings: VERIFY })
    const { externalTenantId } = await run.steward.createClient(newScope(), draft.client(), { sign: true })
    sandbox.world(world).setBlockers(externalTenantId, { unpaidCommission: true })
    expect((await run.close()).leftovers).toMatchObject([
      { kind: 'client', id: externalTenantId, reason: BLOCKERS.unpaidCommission },
    ])
  })

  it('that cannot says so, and fails over nothing', async () => {
    await using between = await interpose(sandbox, (passing) =>
      passing.operation === 'GET /webhooks' ? passing.answer(403, {}) : passing.pass(),
    )
    await using run = hostSteward(between, { settings: VERIFY })
    const { leftovers, notices } = await run.close()
    expect(leftovers).toEqual([])
    expect(notices).toEqual([expect.stringContaining('Nothing was verified')])
  })
})
