import { afterAll, beforeAll, expect, it } from 'vitest'
import { CREDITOR } from '../../../src/protocol/index.ts'
import { createSandbox, type Sandbox } from '../../../src/sandbox/index.ts'
import { accountOf, draft, freshWorld, hostSteward, newScope } from '../hosted.ts'
import { HEARS } from '../webhooks/hears.ts'
import { accounted } from './accounted.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await createSandbox()
})
afterAll(() => sandbox.close())

it('a run that keeps what it made deletes nothing, not when a scope ends either, and says how to', async () => {
  const world = freshWorld()
  const view = sandbox.world(world)
  await using run = hostSteward(sandbox, { world, settings: { keep: true } })
  const scope = newScope()
  const client = await run.steward.createClient(scope, draft.client(), { sign: true })
  await run.steward.createCase(scope, accountOf(client), draft.case())
  await run.steward.createCase(scope, CREDITOR, draft.case())
  await run.steward.createWebhook(scope, CREDITOR, 'https://hook.example', ['case.closed'])
  run.steward.closeScope(scope.id)
  const report = accounted(await run.close())
  expect([view.cases(), view.clients(), view.webhooks()].map(({ length }) => length)).toEqual([2, 1, 1])
  expect(report.tallies).toMatchObject({ case: { kept: 2 }, client: { kept: 1 }, webhook: { kept: 1 } })
  expect(report.leftovers).toEqual([])
  expect(report.calls.cleanup).toBe(0)
  expect(report.notices.join('\n')).toContain(run.identity.tag)
  expect(report.notices.join('\n')).toContain(client.externalTenantId)
})

it('a subscription of the application under test is kept, and those of the run itself, which end with it, are not', async () => {
  const world = freshWorld()
  await using run = hostSteward(sandbox, { world, settings: { ...HEARS.settings, keep: true } })
  await run.steward.createCase(newScope(), CREDITOR, draft.case())
  const options = { forRun: true }
  const url = 'https://hook.example'
  const { id } = await run.steward.createWebhook(newScope(), CREDITOR, url, ['case.closed'], options)
  expect(accounted(await run.close()).tallies.webhook).toMatchObject({ made: 2, kept: 1, deleted: 1 })
  expect(sandbox.world(world).webhooks()).toMatchObject([{ id }])
})

it('what a test deletes itself is deleted all the same', async () => {
  const world = freshWorld()
  await using run = hostSteward(sandbox, { world, settings: { keep: true } })
  const made = await run.steward.createCase(newScope(), CREDITOR, draft.case())
  await run.steward.deleteCase(CREDITOR, made.id)
  expect(accounted(await run.close()).tallies.case).toMatchObject({ made: 1, deleted: 1, kept: 0 })
  expect(sandbox.world(world).cases()).toEqual([])
})

it('nothing can be kept in a sandbox that ends with the run, and that is said', async () => {
  const world = freshWorld()
  await using run = hostSteward(sandbox, { world, settings: { keep: true, embedded: { rateLimits: false } } })
  await run.steward.createCase(newScope(), CREDITOR, draft.case())
  const report = accounted(await run.close())
  expect(report.tallies.case).toMatchObject({ made: 1, deleted: 1, kept: 0 })
  expect(report.notices.join('\n')).toContain('debitura-testkit sandbox')
})
