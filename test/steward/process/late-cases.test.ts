import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createSandbox, type Sandbox, sandboxKey } from '../../../src/sandbox/index.ts'
import { draft, freshWorld } from '../hosted.ts'
import { interpose } from '../interposed.ts'
import { isAlive, isBuilt, startSteward, variablesOf } from './steward-process.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await createSandbox()
})
afterAll(() => sandbox.close())

const WITHIN = { timeout: 20_000 }

/** The creditor's own, and the collection partner's. */
const ACCOUNTS = 2

/** A run that has cleaned up and reported. */
async function endedRun(how: 'endLease' | 'breakLease') {
  const world = freshWorld()
  const between = await interpose(sandbox, ({ pass }) => pass())
  const variables = variablesOf(between, world)
  const process = startSteward()
  const { address } = await process.open(variables)
  process[how]()
  await vi.waitUntil(() => process.report, WITHIN)
  return {
    world,
    variables,
    process,
    deletions: () => between.seen.filter((operation) => operation === 'DELETE /test/cases').length,
    /** The application's request, which was on its way when its test was stopped. */
    arriveLate: () =>
      fetch(`${sandbox.urls.customer}/cases`, {
        method: 'POST',
        headers: { XApiKey: sandboxKey(world), 'Content-Type': 'application/json' },
        body: JSON.stringify({ ...draft.case(), isTest: true, tag: address.tag }),
      }),
    async [Symbol.asyncDispose]() {
      await process[Symbol.asyncDispose]()
      await between[Symbol.asyncDispose]()
    },
  }
}

describe.skipIf(!isBuilt)("a case of the application's that arrives after the cleanup", () => {
  it('is deleted too where the tests were cut short, and the journal stays until then', WITHIN, async () => {
    await using run = await endedRun('breakLease')
    expect((await run.arriveLate()).status).toBe(200)
    expect(sandbox.world(run.world).cases()).toHaveLength(1)
    expect(run.process.journals()).toHaveLength(1)
    const { code, report } = await run.process.ended
    expect(code).toBe(0)
    expect(report?.leftovers).toEqual([])
    expect(run.deletions()).toBe(2 * ACCOUNTS)
    expect(sandbox.world(run.world).cases()).toEqual([])
    expect(run.process.journals()).toEqual([])
  })

  it('is left to the next run where the steward is killed while it waits', WITHIN, async () => {
    await using run = await endedRun('breakLease')
    await run.arriveLate()
    run.process.child.kill('SIGKILL')
    await run.process.ended
    expect(run.process.journals()).toHaveLength(1)
    await using next = startSteward({}, run.process.directory)
    await next.open(run.variables)
    await vi.waitUntil(() => sandbox.world(run.world).cases().length === 0, WITHIN)
    next.endLease()
    expect((await next.ended).report?.recovered).toMatchObject([{ deleted: { client: 0 } }])
  })

  it('cannot come where all tests were waited for: nobody looks again', WITHIN, async () => {
    await using run = await endedRun('endLease')
    await run.process.ended
    expect(isAlive(run.process.pid)).toBe(false)
    expect(run.deletions()).toBe(ACCOUNTS)
    expect(run.process.journals()).toEqual([])
  })
})
