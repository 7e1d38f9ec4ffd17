import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../../../src/sandbox/index.ts'
import { decodeEmail, decodeMarker } from '../../../src/steward/marker.ts'
import { draft, freshWorld, hostSteward, newScope } from '../hosted.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await createSandbox()
})
afterAll(() => sandbox.close())

describe('a client', () => {
  it('that is left to the kit has an id and addresses that name its run', async () => {
    await using run = hostSteward(sandbox)
    const made = await run.steward.createClient(newScope(), draft.client(), { sign: false })
    expect(decodeMarker(made.externalTenantId)).toBe(run.identity.runId)
    expect(decodeEmail(made.client.officeEmail ?? '')).toBe(run.identity.runId)
    expect(made.users.map(({ email }) => decodeEmail(email ?? ''))).toEqual([run.identity.runId])
  })

  it('has addresses that no other client of the run has', async () => {
    const world = freshWorld()
    await using run = hostSteward(sandbox, { world })
    const scope = newScope()
    for (let made = 0; made < 5; made++)
      await run.steward.createClient(scope, draft.client(), { sign: false })
    const emails = sandbox
      .world(world)
      .clients()
      .flatMap((client) => client.emails)
    const domains = emails.map((email) => email.split('@')[1])
    expect(emails).toHaveLength(10)
    expect(new Set(emails).size).toBe(10)
    expect(new Set(domains).size).toBe(5)
  })

  it('keeps the id and the addresses that the test gives', async () => {
    await using run = hostSteward(sandbox)
    const given = draft.client({ externalTenantId: 'acme', email: 'cfo@acme.example' })
    const made = await run.steward.createClient(newScope(), given, { sign: true })
    expect(made).toMatchObject({ externalTenantId: 'acme', onboardingDone: true, borrowed: false })
    expect(made.users.map(({ email }) => email)).toEqual(['cfo@acme.example'])
  })
})
