import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CREDITOR } from '../../src/protocol/index.ts'
import { createSandbox, type Sandbox } from '../../src/sandbox/index.ts'
import { identifyProcess } from '../../src/steward/journal/process-identity.ts'
import { stateDirectory } from '../../src/steward/journal/state-directory.ts'
import { draft, newScope } from '../steward/hosted.ts'
import { contentsOf, doomedRun, folder, foreignWorld } from '../steward/recovery/dead-run.ts'
import { isBuilt, runWith } from './command.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await createSandbox()
})
afterAll(() => sandbox.close())

/** A world in which a run made a client and a case, and the variables that lead there; the run is dead unless told otherwise. */
async function abandoned(given: Parameters<typeof doomedRun>[3] = {}) {
  const temporary = folder()
  const { world, before } = foreignWorld(sandbox)
  const run = doomedRun(sandbox, { path: stateDirectory(temporary.path) }, world, given)
  await run.steward.createClient(newScope(), draft.client(), { sign: true })
  await run.steward.createCase(newScope(), CREDITOR, draft.case())
  const variables = {
    TMPDIR: temporary.path,
    DEBITURA_CUSTOMER_API_URL: sandbox.urls.customer,
    DEBITURA_REFERRAL_API_URL: sandbox.urls['referral-partner'],
    DEBITURA_COLLECTION_PARTNER_API_URL: sandbox.urls['collection-partner'],
    DEBITURA_CUSTOMER_API_KEY: `sandbox-${world}`,
    DEBITURA_REFERRAL_API_KEY: `sandbox-${world}`,
    DEBITURA_COLLECTION_PARTNER_API_KEY: `sandbox-${world}`,
  }
  return {
    variables,
    before,
    run,
    now: () => contentsOf(sandbox, world),
    clock: sandbox.world(world).clock,
    async [Symbol.asyncDispose]() {
      await run[Symbol.asyncDispose]()
      temporary[Symbol.dispose]()
    },
  }
}

describe.skipIf(!isBuilt)('debitura-testkit sweep', () => {
  it('says of the journal of a dead run what it would do, then does it, then finds nothing', async () => {
    await using given = await abandoned()
    const there = given.now()
    const dry = await runWith(given.variables, 'sweep')
    expect([dry.code, dry.stdout]).toEqual([1, expect.stringMatching(/to be cleaned up.*1 case, 1 client,/)])
    expect(given.now()).toBe(there)
    const swept = await runWith(given.variables, 'sweep', '--yes')
    expect([swept.code, swept.stdout]).toEqual([0, expect.stringContaining('cleaned up, nothing left')])
    expect(given.now()).toBe(given.before)
    const again = await runWith(given.variables, 'sweep')
    expect([again.code, again.stdout]).toEqual([
      0,
      expect.stringContaining('No run on this machine left a journal'),
    ])
  })

  it('never touches a run that goes on, however old, with --remote or without', async () => {
    await using given = await abandoned({ owner: identifyProcess() })
    await given.clock.moveForward('9h')
    const there = given.now()
    const flags = ['sweep', '--remote', '--yes']
    const { code, stdout } = await runWith(given.variables, ...flags)
    expect([code, stdout]).toEqual([0, expect.stringContaining('its run goes on, on this machine')])
    expect(stdout).toContain(`journal of run ${given.run.identity.runId}  left alone`)
    expect(given.now()).toBe(there)
  })
})
