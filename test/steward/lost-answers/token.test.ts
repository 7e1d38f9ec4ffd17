import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../../../src/sandbox/index.ts'
import { accounted } from '../cleanup/accounted.ts'
import { accountOf, draft, freshWorld, hostSteward, newScope } from '../hosted.ts'
import { FAULTS } from './makes.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await createSandbox()
})
afterAll(() => sandbox.close())

describe.concurrent.each(Object.entries(FAULTS))('a token of which %s', (_, { fault, readable }) => {
  it('once is asked for again, and serves', async () => {
    const world = freshWorld()
    const view = sandbox.world(world)
    await using run = hostSteward(sandbox, { world })
    const client = await run.steward.createClient(newScope(), draft.client(), { sign: true })
    view.faults.order({ ...fault, operation: 'createToken', times: 1 })
    const make = () => run.steward.createCase(newScope(), accountOf(client), draft.case())
    // What cannot be read is not repeated; the next call asks anew.
    if (!readable) await expect(make()).rejects.toMatchObject({ code: 'DBT_UNEXPECTED_ANSWER' })
    await make()
    const report = accounted(await run.close())
    expect(report.tallies).toMatchObject({ case: { made: 1, deleted: 1 }, client: { made: 1, deleted: 1 } })
    expect([view.cases(), view.clients()]).toEqual([[], []])
  })

  it('each time makes no case, and its client goes', async () => {
    const world = freshWorld()
    const view = sandbox.world(world)
    await using run = hostSteward(sandbox, { world })
    const client = await run.steward.createClient(newScope(), draft.client(), { sign: true })
    view.faults.order({ ...fault, operation: 'createToken' })
    await expect(run.steward.createCase(newScope(), accountOf(client), draft.case())).rejects.toThrow()
    const report = accounted(await run.close())
    expect(report.tallies).toMatchObject({ case: { made: 0 }, client: { made: 1, deleted: 1 } })
    expect(report.leftovers).toEqual([])
    expect([view.cases(), view.clients()]).toEqual([[], []])
  })
})
