import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../../src/sandbox/index.ts'
import { leavesSomething, type SweepReport } from '../../src/sweep/index.ts'
import { failureOf, freshWorld } from '../steward/hosted.ts'
import { interpose } from '../steward/interposed.ts'
import { ForgottenRun, others, sweep } from './swept.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await createSandbox()
})
afterAll(() => sandbox.close())

/** A world with one of everything that a run left five hours ago. */
async function forgotten() {
  const world = freshWorld()
  const view = sandbox.world(world)
  const run = new ForgottenRun(sandbox, world)
  view.seedClient({ externalTenantId: 'standing' })
  view.seedCase({ externalTenantId: 'standing', isTest: true })
  view.seedCase({ isTest: true, creditorReference: 'INV-1' })
  const client = run.leaveClient()
  const left = {
    case: run.leaveCase(),
    standing: run.leaveCase('standing'),
    client,
    own: run.leaveCase(client),
    managed: await run.leaveManagedCase(),
    webhooks: [
      await run.leaveWebhook('customer'),
      await run.leaveWebhook('referral-partner'),
      await run.leaveWebhook('collection-partner'),
      await run.leaveWebhook('customer', 'standing'),
    ],
  }
  await view.clock.moveForward('5h')
  return { world, view, run, left }
}

const outcomes = ({ lines }: SweepReport) =>
  Object.fromEntries(lines.map(({ kind, of, outcome, deed }) => [`${kind} ${of}`, `${deed}: ${outcome}`]))

describe('a sweep', () => {
  it('deletes what a run left in every account, and nothing else', async () => {
    const { world, view, run } = await forgotten()
    const before = others(view, [run])
    const report = await sweep(sandbox, { world })
    expect(others(view, [])).toEqual(before)
    expect(report.lines.map(({ outcome }) => outcome)).toEqual(report.lines.map(() => 'deleted'))
    expect(report.lines.flatMap(({ ids }) => ids)).toHaveLength(9)
    expect(report).toMatchObject({ verified: true, interrupted: false, notices: [] })
    expect(leavesSomething(report)).toBe(false)
  })

  it('says in a dry run what it would do, and does nothing', async () => {
    const { world, view, left } = await forgotten()
    const before = others(view, [])
    const report = await sweep(sandbox, { world, dryRun: true })
    expect(others(view, [])).toEqual(before)
    expect(leavesSomething(report)).toBe(true)
    expect(outcomes(report)).toEqual({
      'case creditor': 'delete by tag: found',
      'case client standing': 'delete by tag: found',
      [`case client ${left.client}`]: 'delete by tag: found',
      'case collection-partner': 'delete by tag: found',
      'client referral-partner': 'reset: found',
      'webhook customer': 'delete: found',
      'webhook client standing': 'delete: found',
      'webhook referral-partner': 'delete: found',
      'webhook collection-partner': 'delete: found',
    })
    expect(report.lines[0]?.ages?.[0]).toBeGreaterThanOrEqual(5 * 3_600_000 - 1_000)
  })

  it('finds nothing when it is repeated', async () => {
    const { world } = await forgotten()
    await sweep(sandbox, { world })
    const again = await sweep(sandbox, { world })
    expect(again.lines).toEqual([])
    expect(leavesSomething(again)).toBe(false)
  })

  it.each([
    ['young', { olderThanMs: 6 * 3_600_000 }],
    ['alive on this machine', undefined],
  ])('leaves a run alone that is %s', async (_, given) => {
    const { world, view, run } = await forgotten()
    const before = others(view, [])
    const report = await sweep(sandbox, { world, ...(given ?? { alive: new Set([run.identity.runId]) }) })
    expect(others(view, [])).toEqual(before)
    expect(report.calls.made).toBe(report.calls.least)
    expect(new Set(report.lines.map(({ outcome }) => outcome))).toEqual(new Set(['spared']))
    expect(leavesSomething(report)).toBe(false)
  })

  it('deletes the old cases of a run by id where it made others since', async () => {
    const { world, view, run, left } = await forgotten()
    const young = run.leaveCase()
    const report = await sweep(sandbox, { world })
    expect(view.cases().map(({ id }) => id)).toContain(young)
    expect(view.cases().map(({ id }) => id)).not.toContain(left.case)
    expect(report.lines.find(({ ids }) => ids.includes(left.case))).toMatchObject({ deed: 'delete by id' })
  })

  it('reports a real case that looks like ours, and deletes the others of its run one by one', async () => {
    const { world, view, run, left } = await forgotten()
    const real = run.leaveCase(undefined, false)
    const report = await sweep(sandbox, { world })
    expect(view.cases().map(({ id }) => id)).toContain(real)
    expect(view.cases().map(({ id }) => id)).not.toContain(left.case)
    const [line] = report.lines.filter(({ ids }) => ids.includes(real))
    expect(line).toMatchObject({
      outcome: 'spared',
      needsYou: true,
      why: expect.stringContaining('real case'),
    })
    expect(leavesSomething(report)).toBe(true)
  })

  it('deletes one by one where a real case bears the tag without the marker', async () => {
    const { world, view, run, left } = await forgotten()
    const real = view.seedCase({ tag: run.identity.tag }).id
    const report = await sweep(sandbox, { world })
    expect(view.cases().map(({ id }) => id)).toContain(real)
    expect(view.cases().map(({ id }) => id)).not.toContain(left.case)
    expect(report.lines.filter(({ outcome }) => outcome === 'left')).toEqual([])
  })

  it('reports a client that Debitura does not let go of, and deletes the rest', async () => {
    const { world, view, left } = await forgotten()
    view.setBlockers(left.client, { unpaidCommission: true })
    const report = await sweep(sandbox, { world })
    expect(report.lines.filter(({ outcome }) => outcome !== 'deleted')).toEqual([
      expect.objectContaining({
        ids: [left.client],
        outcome: 'left',
        problem: { reason: expect.stringMatching(/commission/i), todo: expect.any(String) },
      }),
    ])
    expect(view.clients().map(({ externalTenantId }) => externalTenantId)).toContain(left.client)
  })

  it('deletes no clients in production, but the test cases that they have', async () => {
    const { world, view, left } = await forgotten()
    const report = await sweep(sandbox, { world, environment: 'production' })
    // On this machine's clock the run is young: the sandbox's was moved.
    expect(new Set(report.lines.map(({ outcome }) => outcome))).toEqual(new Set(['spared']))
    view.seedCase()
    const older = await sweep(sandbox, { world, environment: 'production' })
    expect(view.clients().map(({ externalTenantId }) => externalTenantId)).toContain(left.client)
    expect(view.cases().map(({ id }) => id)).not.toContain(left.own)
    const [line] = older.lines.filter(({ kind }) => kind === 'client')
    expect(line).toMatchObject({
      outcome: 'spared',
      needsYou: true,
      why: expect.stringContaining('production'),
    })
  })
})

describe('a sweep that meets trouble', () => {
  it('looks at what it has keys for', async () => {
    const { world } = await forgotten()
    const report = await sweep(sandbox, { world, apis: ['collection-partner'] })
    expect(Object.keys(outcomes(report)).toSorted()).toEqual([
      'case collection-partner',
      'webhook collection-partner',
    ])
  })

  it('gets through though one call in five breaks, before or after it was carried out', async () => {
    const { world, view, run } = await forgotten()
    const before = others(view, [run])
    view.faults.order({ kind: 'drop', share: 0.1, seed: 7 })
    view.faults.order({ kind: 'lose', share: 0.1, seed: 8 })
    const report = await sweep(sandbox, { world, connection: { random: () => 0.99 } })
    view.faults.clear()
    expect(leavesSomething(report)).toBe(false)
    expect(others(view, [])).toEqual(before)
    expect(report.calls.made).toBeGreaterThan(report.calls.least)
  })

  it('says what Debitura still lists after it was deleted', async () => {
    const { world, left } = await forgotten()
    await using between = await interpose(sandbox, (passing) =>
      passing.operation === 'DELETE /test/cases' ? passing.answer(204, undefined) : passing.pass(),
    )
    const report = await sweep(between, { world, environment: 'sandbox' })
    const line = report.lines.find(({ ids }) => ids.includes(left.case))
    expect(line).toMatchObject({
      outcome: 'left',
      problem: { reason: expect.stringContaining('still lists it') },
    })
  })

  it('leaves a client alone whose cases cannot be listed, and says why', async () => {
    const { world, view, left } = await forgotten()
    await using between = await interpose(sandbox, (passing) =>
      passing.operation === 'POST /oauth/token' && passing.body.includes(left.client)
        ? passing.answer(403, { error: 'Forbidden' })
        : passing.pass(),
    )
    const report = await sweep(between, { world })
    expect(report.notices).toEqual([expect.stringContaining(`client ${left.client} has could not be listed`)])
    expect(view.clients().map(({ externalTenantId }) => externalTenantId)).toContain(left.client)
    expect(leavesSomething(report)).toBe(true)
  })

  it('is not sure that nothing is left where it could not see what somebody else’s client has', async () => {
    const world = freshWorld()
    const { externalTenantId } = sandbox.world(world).seedClient()
    await using between = await interpose(sandbox, (passing) =>
      passing.operation === 'POST /oauth/token' && passing.body.includes(externalTenantId)
        ? passing.answer(403, { error: 'Forbidden' })
        : passing.pass(),
    )
    const report = await sweep(between, { world })
    expect(report).toMatchObject({ lines: [], complete: false })
    expect(leavesSomething(report)).toBe(true)
    expect(await sweep(sandbox, { world })).toMatchObject({ lines: [], complete: true })
  })

  it('stops after the call in flight, says what is left, and another one does the rest', async () => {
    const { world, view, run } = await forgotten()
    const before = others(view, [run])
    const stop = new AbortController()
    await using between = await interpose(sandbox, async (passing) => {
      if (passing.operation.startsWith('DELETE')) stop.abort(new Error('stopped'))
      await passing.pass()
    })
    const report = await sweep(between, { world, stop: stop.signal })
    const counted = (wanted: string) =>
      report.lines.filter(({ outcome }) => outcome === wanted).flatMap(({ ids }) => ids).length
    expect(report.interrupted).toBe(true)
    expect(counted('deleted') + counted('not-reached')).toBe(9)
    expect([counted('deleted') > 0, counted('not-reached') > 0]).toEqual([true, true])
    expect(leavesSomething(await sweep(sandbox, { world }))).toBe(false)
    expect(others(view, [])).toEqual(before)
  })

  it('that is stopped while it looks deletes nothing', async () => {
    const { world, view } = await forgotten()
    const before = others(view, [])
    const reason = new Error('stopped')
    expect(await failureOf(sweep(sandbox, { world, stop: AbortSignal.abort(reason) }))).toBe(reason)
    expect(others(view, [])).toEqual(before)
  })

  it('is one clear error where a key is unknown, or nobody answers', async () => {
    await using between = await interpose(sandbox, (passing) =>
      passing.answer(401, { error: 'Unauthorized' }),
    )
    expect(await failureOf(sweep(between, { world: freshWorld(), apis: ['customer'] }))).toMatchObject({
      status: 401,
      message: expect.stringContaining('DEBITURA_CUSTOMER_API_KEY'),
    })
    const gone = await createSandbox()
    await gone.close()
    expect(await failureOf(sweep(gone, { world: freshWorld() }))).toMatchObject({ code: 'DBT_UNREACHABLE' })
  })
})

it('two sweeps at once do not disturb each other', async () => {
  const { world, view, run } = await forgotten()
  const before = others(view, [run])
  const reports = await Promise.all([sweep(sandbox, { world }), sweep(sandbox, { world })])
  expect(reports.map(leavesSomething)).toEqual([false, false])
  expect(others(view, [])).toEqual(before)
})
