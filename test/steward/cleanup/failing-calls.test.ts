import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CREDITOR } from '../../../src/protocol/index.ts'
import { createSandbox, type Sandbox } from '../../../src/sandbox/index.ts'
import { accountOf, draft, freshWorld, hostSteward, newScope } from '../hosted.ts'
import { interpose } from '../interposed.ts'
import { accounted } from './accounted.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await createSandbox()
})
afterAll(() => sandbox.close())

const refused = { error: 'Broken', message: 'Broken.' }

describe('a delete by tag that fails', () => {
  it("in a client's account leaves nothing over when the client's reset takes its cases along", async () => {
    const world = freshWorld()
    await using between = await interpose(sandbox, (passing) =>
      passing.operation === 'DELETE /test/cases' && passing.headers.authorization
        ? passing.answer(403, refused)
        : passing.pass(),
    )
    await using run = hostSteward(between, { world })
    const scope = newScope()
    const client = await run.steward.createClient(scope, draft.client(), { sign: true })
    await run.steward.createCase(scope, accountOf(client), draft.case())
    const report = accounted(await run.close())
    expect(report.leftovers).toEqual([])
    expect(report.tallies).toMatchObject({ case: { made: 1, deleted: 1 }, client: { made: 1, deleted: 1 } })
    expect(sandbox.world(world).cases()).toEqual([])
  })

  it('leaves the cases over, says how many and with which tag, and stops nothing else', async () => {
    const world = freshWorld()
    await using between = await interpose(sandbox, (passing) =>
      passing.operation === 'DELETE /test/cases' && passing.api === 'customer'
        ? passing.answer(403, refused)
        : passing.pass(),
    )
    await using run = hostSteward(between, { world })
    const scope = newScope()
    await run.steward.createCase(scope, CREDITOR, draft.case())
    await run.steward.createCase(scope, CREDITOR, draft.case())
    await run.steward.createManagedCase(scope, draft.managedCase())
    await run.steward.createWebhook(scope, CREDITOR, 'https://hook.example', ['case.closed'])
    await run.steward.createClient(scope, draft.client(), { sign: true })
    const report = accounted(await run.close())
    expect(report.leftovers).toMatchObject([{ kind: 'case', id: `2 with tag ${run.identity.tag}` }])
    expect(report.leftovers[0]?.reason).toContain('Broken.')
    expect(report.tallies).toMatchObject({
      case: { made: 3, deleted: 1, leftOver: 2 },
      client: { deleted: 1 },
      webhook: { deleted: 1 },
    })
  })
})

it('a subscription that cannot be deleted is left over by its id, and stops nothing else', async () => {
  await using between = await interpose(sandbox, (passing) =>
    passing.operation.startsWith('DELETE /webhooks/') ? passing.answer(403, refused) : passing.pass(),
  )
  await using run = hostSteward(between)
  const scope = newScope()
  const hook = await run.steward.createWebhook(scope, CREDITOR, 'https://hook.example', ['case.closed'])
  await run.steward.createCase(scope, CREDITOR, draft.case())
  const report = accounted(await run.close())
  expect(report.leftovers).toMatchObject([{ kind: 'webhook', id: hook.id }])
  expect(report.tallies).toMatchObject({ case: { deleted: 1 }, webhook: { leftOver: 1 } })
})

it('what failed when its scope ended, and goes at the end of the run, is not left over', async () => {
  let failures = 1
  await using between = await interpose(sandbox, (passing) =>
    passing.operation.startsWith('DELETE /webhooks/') && failures-- > 0
      ? passing.answer(403, refused)
      : passing.pass(),
  )
  await using run = hostSteward(between)
  const scope = newScope()
  await run.steward.createWebhook(scope, CREDITOR, 'https://hook.example', ['case.closed'])
  run.steward.closeScope(scope.id)
  const report = accounted(await run.close())
  expect(report.leftovers).toEqual([])
  expect(report.tallies.webhook).toMatchObject({ made: 1, deleted: 1 })
})

it('a client that could not be reset when its scope ended, and that a later test resets, is not left over', async () => {
  const world = freshWorld()
  await using run = hostSteward(sandbox, { world })
  const scope = newScope()
  const { externalTenantId } = await run.steward.createClient(scope, draft.client(), { sign: true })
  sandbox.world(world).setBlockers(externalTenantId, { unpaidCommission: true })
  run.steward.closeScope(scope.id)
  await run.steward.createClient(newScope(), draft.client({ externalTenantId }), { sign: true })
  sandbox.world(world).setBlockers(externalTenantId, { unpaidCommission: false })
  await run.steward.resetClient(externalTenantId)
  const report = accounted(await run.close())
  expect(report.leftovers).toEqual([])
  expect(report.tallies.client).toMatchObject({ made: 1, deleted: 1 })
})
