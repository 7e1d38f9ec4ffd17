import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { CREDITOR } from '../../../src/protocol/index.ts'
import { createSandbox, type Sandbox, sandboxKey } from '../../../src/sandbox/index.ts'
import { gate } from '../../debitura/misbehaving-server.ts'
import { accountOf, draft, failureOf, freshWorld, hostSteward, newScope } from '../hosted.ts'
import { interpose } from '../interposed.ts'
import { accounted } from './accounted.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await createSandbox()
})
afterAll(() => sandbox.close())

const SOON = { cleanupTimeoutMs: 300 }

describe('a Debitura that is gone when the run ends', () => {
  it('leaves everything over, each with a reason, and is not waited for', async () => {
    const gone = await createSandbox()
    await using run = hostSteward(gone, { settings: SOON })
    const scope = newScope()
    const client = await run.steward.createClient(scope, draft.client(), { sign: true })
    await run.steward.createCase(scope, accountOf(client), draft.case())
    await run.steward.createCase(scope, CREDITOR, draft.case())
    await run.steward.createWebhook(scope, CREDITOR, 'https://hook.example', ['case.closed'])
    await gone.close()
    const report = accounted(await run.close())
    expect(report.tallies).toMatchObject({
      case: { made: 2, leftOver: 2 },
      client: { made: 1, leftOver: 1 },
      webhook: { made: 1, leftOver: 1 },
    })
    expect(report.leftovers.map(({ kind }) => kind).toSorted()).toEqual([
      'case',
      'case',
      'case',
      'client',
      'webhook',
    ])
    for (const { reason, todo } of report.leftovers) {
      expect(reason).not.toBe('')
      expect(todo).not.toBe('')
    }
  })
})

describe('a Debitura that no longer answers', () => {
  it('is not waited for beyond the time for cleaning up', async () => {
    let silent = false
    await using between = await interpose(sandbox, (passing) => (silent ? undefined : passing.pass()))
    await using run = hostSteward(between, { settings: SOON })
    await run.steward.createCase(newScope(), CREDITOR, draft.case())
    silent = true
    const report = accounted(await run.close())
    expect(report.tallies.case).toMatchObject({ made: 1, leftOver: 1 })
    expect(report.leftovers[0]).toMatchObject({ reason: 'the cleanup ran out of time' })
  })

  it.each([
    ['', () => undefined],
    [
      ', though its scope is over too',
      (run: ReturnType<typeof hostSteward>, id: string) => run.steward.closeScope(id),
    ],
  ])('to a create that is in flight is not waited for either%s', async (_, before) => {
    const arrived = gate()
    await using between = await interpose(sandbox, (passing) => {
      if (passing.operation !== 'POST /cases') return passing.pass()
      arrived.open()
    })
    await using run = hostSteward(between, { settings: SOON })
    const scope = newScope()
    const making = failureOf(run.steward.createCase(scope, CREDITOR, draft.case()))
    await arrived.opened
    before(run, scope.id)
    const report = accounted(await run.close())
    expect(report.tallies.case).toMatchObject({ made: 1, leftOver: 1 })
    await run.connection.close()
    expect((await making).code).toBe('DBT_RUN_OVER')
  })

  it('to one thing is given up there, and what comes after is cleaned', async () => {
    const arrived = gate()
    await using between = await interpose(sandbox, (passing) => {
      if (!passing.operation.startsWith('DELETE /webhooks/')) return passing.pass()
      arrived.open()
    })
    await using run = hostSteward(between, { keys: { customer: sandboxKey(freshWorld()) } })
    const scope = newScope()
    await run.steward.createCase(scope, CREDITOR, draft.case())
    const hook = await run.steward.createWebhook(scope, CREDITOR, 'https://hook.example', ['case.closed'])
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    const closing = run.close()
    await arrived.opened
    vi.advanceTimersByTime(90_000)
    const report = accounted(await closing)
    expect(report.leftovers).toEqual([
      {
        kind: 'webhook',
        id: hook.id,
        reason: expect.stringContaining('longer than 90 seconds'),
        todo: expect.not.stringContaining('cleanupTimeout'),
      },
    ])
    expect(report.tallies.case).toMatchObject({ deleted: 1 })
  })

  it('while the end of a scope is being cleaned is not waited for either', async () => {
    const arrived = gate()
    await using between = await interpose(sandbox, (passing) => {
      if (!passing.operation.endsWith('/is-deletable')) return passing.pass()
      arrived.open()
    })
    await using run = hostSteward(between, { settings: SOON })
    const scope = newScope()
    await run.steward.createClient(scope, draft.client(), { sign: true })
    run.steward.closeScope(scope.id)
    await arrived.opened
    expect(accounted(await run.close()).tallies.client).toMatchObject({ made: 1, leftOver: 1 })
  })
})

describe('a create that is in flight when the run ends', () => {
  it('is waited for, and cleaned', async () => {
    const world = freshWorld()
    const arrived = gate()
    const go = gate()
    await using between = await interpose(sandbox, async (passing) => {
      if (passing.operation === 'POST /cases') {
        arrived.open()
        await go.opened
      }
      await passing.pass()
    })
    await using run = hostSteward(between, { world })
    const making = run.steward.createCase(newScope(), CREDITOR, draft.case())
    await arrived.opened
    const closing = run.close()
    const late = failureOf(run.steward.createCase(newScope(), CREDITOR, draft.case()))
    go.open()
    expect((await making).isTestCase).toBe(true)
    expect((await late).code).toBe('DBT_RUN_OVER')
    expect(accounted(await closing).tallies.case).toMatchObject({ made: 1, deleted: 1 })
    expect(sandbox.world(world).cases()).toEqual([])
  })
})
