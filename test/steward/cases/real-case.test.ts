import { afterAll, beforeAll, expect, it } from 'vitest'
import { COLLECTION_PARTNER, CREDITOR } from '../../../src/protocol/index.ts'
import { createSandbox, type Sandbox } from '../../../src/sandbox/index.ts'
import type { RunSettings } from '../../../src/steward/settings.ts'
import { draft, failureOf, freshWorld, hostSteward, newScope } from '../hosted.ts'
import { interpose } from '../interposed.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await createSandbox()
})
afterAll(() => sandbox.close())

const WELCOME = { welcomeMessage: 'Hello', userEmail: 'agent@partner.example' }
const CLOSED = { closeCode: 'Other', comment: 'Settled between the parties.' }
const PRODUCTION: Partial<RunSettings> = { environment: 'production' }

it.each([
  {
    verb: 'start',
    lifecycle: 'PendingVerification',
    change: ({ steward }: ReturnType<typeof hostSteward>, id: string) => steward.startCase(id, WELCOME),
  },
  {
    verb: 'close',
    lifecycle: 'Active',
    change: ({ steward }: ReturnType<typeof hostSteward>, id: string) => steward.closeCase(id, CLOSED),
  },
] as const)('a real case is not to be changed: $verb', async ({ verb, lifecycle, change }) => {
  const world = freshWorld()
  const { id } = sandbox.world(world).seedCase({ lifecycle })
  await using run = hostSteward(sandbox, { world, settings: PRODUCTION })
  expect(await failureOf(change(run, id))).toMatchObject({
    code: 'DBT_NOT_A_TEST_CASE',
    what: `Failed to ${verb} case ${id}`,
  })
  expect(sandbox.world(world).cases()).toMatchObject([{ lifecycle }])
  // Nothing is wrong with the run: others go on.
  expect(await run.steward.createCase(newScope(), CREDITOR, draft.case())).toMatchObject({ isTestCase: true })
})

it.each([CREDITOR, COLLECTION_PARTNER])(
  'a real case is not advanced: Debitura refuses: $kind',
  async (account) => {
    const world = freshWorld()
    const { id } = sandbox.world(world).seedCase({ lifecycle: 'Active' })
    await using run = hostSteward(sandbox, { world, settings: PRODUCTION })
    const error = await failureOf(run.steward.advance(account, id, 'Closed:NoPayment', undefined))
    expect(error.code).toBe('DBT_API_ERROR')
    expect(sandbox.world(world).cases()).toMatchObject([{ lifecycle: 'Active' }])
  },
)

it('a test case of somebody else can be started and closed', async () => {
  const world = freshWorld()
  await using theirs = hostSteward(sandbox, { world })
  const { id } = await theirs.steward.createManagedCase(newScope(), draft.managedCase())
  await using run = hostSteward(sandbox, { world })
  expect(await run.steward.startCase(id, WELCOME)).toMatchObject({ caseId: id })
  expect(await run.steward.closeCase(id, CLOSED)).toMatchObject({ closeCode: 'Other' })
})

it("a case of the run's own is changed without asking what it is", async () => {
  await using between = await interpose(sandbox, (passing) => passing.pass())
  await using run = hostSteward(between)
  const { id } = await run.steward.createManagedCase(newScope(), draft.managedCase())
  await run.steward.startCase(id, WELCOME)
  await run.steward.closeCase(id, CLOSED)
  expect(between.seen).toEqual(['POST /managed-cases', `POST /cases/${id}/start`, `POST /cases/${id}/close`])
})
