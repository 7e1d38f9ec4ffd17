import { afterAll, beforeAll, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../../../src/sandbox/index.ts'
import { accountOf, draft, failureOf, freshWorld, hostSteward, newScope } from '../hosted.ts'
import { interpose } from '../interposed.ts'

/** The clock of the sandbox; the steward keeps real time, so that it does not see a token end. */
let ahead = 0
let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await createSandbox({ now: () => new Date(Date.now() + ahead) })
})
afterAll(() => sandbox.close())

const HOUR_MS = 3_600_000

it('a token that Debitura no longer takes is renewed once, whoever notices', async () => {
  await using between = await interpose(sandbox, (passing) => passing.pass())
  await using run = hostSteward(between)
  const scope = newScope()
  const client = await run.steward.createClient(scope, draft.client(), { sign: true })
  await run.steward.createCase(scope, accountOf(client), draft.case())
  ahead += HOUR_MS
  await Promise.all(
    Array.from({ length: 5 }, () => run.steward.createCase(scope, accountOf(client), draft.case())),
  )
  expect(between.seen.filter((call) => call === 'POST /oauth/token')).toHaveLength(2)
  expect((await run.steward.listCases(accountOf(client), {})).cases).toHaveLength(6)
  expect((await run.close()).tallies.case).toMatchObject({ made: 6, deleted: 6 })
})

it('a token that is refused even when it is new is an error, and not asked for again and again', async () => {
  await using between = await interpose(sandbox, (passing) =>
    passing.operation === 'GET /cases' ? passing.answer(401, {}) : passing.pass(),
  )
  await using run = hostSteward(between)
  const client = await run.steward.createClient(newScope(), draft.client(), { sign: true })
  expect(await failureOf(run.steward.listCases(accountOf(client), {}))).toMatchObject({ status: 401 })
  expect(between.seen.filter((call) => call === 'POST /oauth/token')).toHaveLength(2)
})

it('a token that ended before the cleanup costs one call more', async () => {
  const world = freshWorld()
  await using run = hostSteward(sandbox, { world })
  const scope = newScope()
  const client = await run.steward.createClient(scope, draft.client(), { sign: true })
  await run.steward.createCase(scope, accountOf(client), draft.case())
  ahead += HOUR_MS
  const report = await run.close()
  expect(report.leftovers).toEqual([])
  // Two keys, and for the client: a refused tag call, a token, the tag call, is-deletable, the reset.
  expect(report.calls.cleanup).toBe(2 + 5)
  expect(sandbox.world(world).cases()).toEqual([])
})

it('a token is known to the redactor', async () => {
  await using run = hostSteward(sandbox)
  const client = await run.steward.createClient(newScope(), draft.client(), { sign: true })
  const { accessToken, expiresAt } = await run.steward.token(client.externalTenantId)
  expect(run.redactor.redact(`Bearer ${accessToken}`)).toBe('Bearer [redacted]')
  expect(Date.parse(expiresAt)).toBeGreaterThan(Date.now())
})
