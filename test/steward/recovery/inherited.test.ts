import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox, sandboxKey } from '../../../src/sandbox/index.ts'
import { draft, failureOf, freshWorld, newScope } from '../hosted.ts'
import { interpose } from '../interposed.ts'
import { doomedRun, folder, recoverIn } from './dead-run.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await createSandbox()
})
afterAll(() => sandbox.close())

/** A client of which every name comes from the test. */
const acme = () => {
  const given = draft.client({ externalTenantId: 'acme', email: 'cfo@acme.example' })
  return { ...given, client: { ...given.client, supportEmail: 'office@acme.example' } }
}

describe('a client that a dead run made under a name of the test', () => {
  it('is deleted, by the id that Debitura gave it', async () => {
    using place = folder()
    const world = freshWorld()
    await using run = doomedRun(sandbox, place, world)
    await run.steward.createClient(newScope(), acme(), { sign: true })
    expect(await recoverIn(sandbox, place, world)).toMatchObject([
      { outcome: 'recovered', counts: { client: 1 } },
    ])
    expect(sandbox.world(world).clients()).toEqual([])
  })

  it('is not the one that somebody else made under the same name since', async () => {
    using place = folder()
    const world = freshWorld()
    await using run = doomedRun(sandbox, place, world)
    await run.steward.createClient(newScope(), acme(), { sign: true })
    await sandbox.request('referral-partner', '/clients/acme', {
      method: 'DELETE',
      headers: { XApiKey: sandboxKey(world) },
    })
    const theirs = sandbox.world(world).seedClient({ externalTenantId: 'acme' })
    expect(await recoverIn(sandbox, place, world)).toMatchObject([
      { outcome: 'recovered', counts: { client: 0 } },
    ])
    expect(sandbox.world(world).clients()).toEqual([theirs])
  })

  it('or somebody else, where nobody can tell, stays, and a person is asked to look', async () => {
    using place = folder()
    const world = freshWorld()
    await using between = await interpose(sandbox, (passing) =>
      passing.operation === 'POST /clients' ? passing.answer(500, {}) : passing.pass(),
    )
    await using run = doomedRun(between, place, world)
    await failureOf(run.steward.createClient(newScope(), acme(), { sign: true }))
    const perhapsTheirs = sandbox.world(world).seedClient({ externalTenantId: 'acme' })
    expect(await recoverIn(between, place, world)).toMatchObject([
      {
        outcome: 'left-over',
        leftovers: [{ kind: 'client', id: 'acme', todo: expect.stringContaining('Look at it in Debitura') }],
      },
    ])
    expect(sandbox.world(world).clients()).toEqual([perhapsTheirs])
  })
})
