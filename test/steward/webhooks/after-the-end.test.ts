import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { CREDITOR } from '../../../src/protocol/index.ts'
import { createSandbox, type Sandbox } from '../../../src/sandbox/index.ts'
import { draft, failureOf, freshWorld, hostSteward, newScope } from '../hosted.ts'
import { interpose } from '../interposed.ts'
import { HEARS } from './hears.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await createSandbox()
})
afterAll(() => sandbox.close())

const subscriptionsIn = (world: string) => sandbox.world(world).webhooks()

describe('a worker that asks for events of a case', () => {
  it.each([
    ['of the log', 'eventLog', [-1, 0]],
    ['to be sent', 'fireEvent', ['case.updated']],
    ['that did not come', 'whyNoEvent', []],
  ] as const)('%s, once the run is over, gets no new subscription made', async (_, name, rest) => {
    const world = freshWorld()
    const { id } = sandbox.world(world).seedCase({ isTest: true })
    await using run = hostSteward(sandbox, { ...HEARS, world })
    await run.steward.createCase(newScope(), CREDITOR, draft.case())
    expect((await run.close()).tallies.webhook).toMatchObject({ made: 1, deleted: 1 })
    const ask = run.steward[name] as (...given: unknown[]) => Promise<unknown>
    expect(await failureOf(ask(CREDITOR, id, ...rest))).toMatchObject({ code: 'DBT_RUN_OVER' })
    expect(subscriptionsIn(world)).toEqual([])
  })

  it('while the run ends, has its subscription waited for and deleted', async () => {
    const world = freshWorld()
    const { id } = sandbox.world(world).seedCase({ isTest: true })
    let lookedUp = false
    await using between = await interpose(sandbox, async ({ operation, pass }) => {
      // Made late: after a look for it, should somebody not wait.
      if (operation === 'POST /webhooks')
        await vi.waitUntil(() => lookedUp, { timeout: 500 }).catch(() => undefined)
      await pass()
      lookedUp ||= operation === 'GET /webhooks'
    })
    await using run = hostSteward(between, { ...HEARS, world })
    const reading = run.steward.eventLog(CREDITOR, id, -1, 0).catch(() => undefined)
    await vi.waitUntil(() => between.seen.includes('POST /webhooks'))
    const { leftovers, tallies } = await run.close()
    await reading
    expect(leftovers).toEqual([])
    expect(tallies.webhook).toMatchObject({ made: 1, deleted: 1 })
    expect(subscriptionsIn(world)).toEqual([])
  })
})
