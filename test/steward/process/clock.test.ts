import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connectSteward } from '../../../src/kit/index.ts'
import { createSandbox, type Sandbox } from '../../../src/sandbox/index.ts'
import { failureOf, freshWorld, hostSteward } from '../hosted.ts'
import { isBuilt, startSteward, variablesOf } from './steward-process.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await createSandbox()
})
afterAll(() => sandbox.close())

describe.skipIf(!isBuilt)('the clock', () => {
  it("of the world that the run's keys open can be moved, and no other", async () => {
    const [world, other] = [freshWorld(), freshWorld()]
    const before = sandbox.world(other).clock.now().getTime()
    await using process = startSteward()
    const { address } = await process.open(variablesOf(sandbox, world))
    const now = await connectSteward(address).call('moveClock', '2h')
    expect(new Date(now).getTime()).toBeGreaterThanOrEqual(before + 7_200_000)
    expect(sandbox.world(other).clock.now().getTime()).toBeLessThan(before + 3_600_000)
    process.endLease()
    await process.ended
  })

  it('is not moved by what is no duration', async () => {
    await using process = startSteward()
    const { address } = await process.open(variablesOf(sandbox, freshWorld()))
    const error = await failureOf(connectSteward(address).call('moveClock', 'a while'))
    expect(error).toMatchObject({ code: 'DBT_SETTINGS', message: expect.stringContaining('a while') })
    process.endLease()
    await process.ended
  })
})

it("Debitura's own is refused", async () => {
  await using run = hostSteward(sandbox)
  expect(await failureOf(run.steward.moveClock('2h'))).toMatchObject({ code: 'DBT_SETTINGS' })
})
