import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { COLLECTION_PARTNER, CREDITOR } from '../../../src/protocol/index.ts'
import { createSandbox, type Sandbox } from '../../../src/sandbox/index.ts'
import { accountOf, draft, failureOf, freshWorld, hostSteward, newScope } from '../hosted.ts'
import { interpose } from '../interposed.ts'
import { accounted } from './accounted.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await createSandbox()
})
afterAll(() => sandbox.close())

describe('a case that comes back as a real one', () => {
  /** A Debitura that makes the first case a real one, whatever it was asked for. */
  async function dishonest() {
    const real = { id: '' }
    const between = await interpose(sandbox, (passing) => {
      if (passing.operation === 'POST /cases' && real.id === '') {
        return passing.change((body) => {
          real.id = String(body.id)
          return { ...body, isTestCase: false }
        })
      }
      if (passing.operation.startsWith('DELETE /test/cases') && passing.api === 'customer') {
        return passing.answer(400, { error: 'NotATestCase', message: 'This is a production case.' })
      }
      return passing.pass()
    })
    return { between, real }
  }

  it('stops the run at once: nothing more is made, and it is reported', async () => {
    const { between, real } = await dishonest()
    await using _ = between
    await using run = hostSteward(between)
    const scope = newScope()
    const error = await failureOf(run.steward.createCase(scope, CREDITOR, draft.case()))
    expect(error.code).toBe('DBT_NOT_A_TEST_CASE')
    expect(error.message).toContain(real.id)

    for (const later of [
      run.steward.createCase(scope, CREDITOR, draft.case()),
      run.steward.createManagedCase(newScope(), draft.managedCase()),
      run.steward.createClient(newScope(), draft.client(), { sign: true }),
      run.steward.createWebhook(newScope(), CREDITOR, 'https://hook.example', ['case.closed']),
    ]) {
      expect((await failureOf(later)).code).toBe('DBT_NOT_A_TEST_CASE')
    }
    expect(between.seen).toEqual(['POST /cases'])

    const report = accounted(await run.close())
    expect(report.tallies.case).toMatchObject({ made: 1, deleted: 0, leftOver: 1 })
    expect(report.leftovers).toEqual([
      {
        kind: 'case',
        id: real.id,
        reason: expect.stringContaining('production case'),
        todo: expect.any(String),
      },
    ])
  })
})

describe("a real case that bears the run's tag", () => {
  it.each([CREDITOR, COLLECTION_PARTNER])(
    'stays, and the test cases of the run go one by one: $kind',
    async (account) => {
      const world = freshWorld()
      const view = sandbox.world(world)
      await using run = hostSteward(sandbox, { world })
      for (let made = 0; made < 3; made++) {
        if (account.kind === 'creditor') await run.steward.createCase(newScope(), CREDITOR, draft.case())
        else await run.steward.createManagedCase(newScope(), draft.managedCase())
      }
      // The Collection Partner's own account cannot be seeded: a real case there comes over its API.
      const real =
        account.kind === 'creditor'
          ? view.seedCase({ tag: run.identity.tag }).id
          : await realManagedCase(world, run.identity.tag)
      const report = accounted(await run.close())
      expect(view.cases().map(({ id }) => id)).toEqual([real])
      expect(report.tallies.case).toMatchObject({ made: 3, deleted: 3 })
      expect(report.calls.cleanup).toBe(2 + 3)
    },
  )

  it('is no reason to forget what could not be deleted: each case is named', async () => {
    const world = freshWorld()
    const failing = { id: '' }
    await using between = await interpose(sandbox, (passing) =>
      passing.operation === `DELETE /test/cases/${failing.id}`
        ? passing.answer(400, { error: 'NotNow', message: 'Not now.' })
        : passing.pass(),
    )
    await using run = hostSteward(between, { world })
    await run.steward.createCase(newScope(), CREDITOR, draft.case())
    failing.id = (await run.steward.createCase(newScope(), CREDITOR, draft.case())).id
    await run.steward.createCase(newScope(), CREDITOR, draft.case())
    sandbox.world(world).seedCase({ tag: run.identity.tag })
    const report = accounted(await run.close())
    expect(report.tallies.case).toMatchObject({ made: 3, deleted: 2, leftOver: 1 })
    expect(report.leftovers).toEqual([
      { kind: 'case', id: failing.id, reason: expect.stringContaining('Not now.'), todo: expect.any(String) },
    ])
  })

  it("stays in a client's account too, and only the client is left over, for Debitura does not reset it", async () => {
    const world = freshWorld()
    const view = sandbox.world(world)
    await using run = hostSteward(sandbox, { world })
    const scope = newScope()
    const client = await run.steward.createClient(scope, draft.client(), { sign: true })
    await run.steward.createCase(scope, accountOf(client), draft.case())
    const { externalTenantId } = client
    const real = view.seedCase({ externalTenantId, tag: run.identity.tag })
    const report = accounted(await run.close())
    expect(view.cases().map(({ id }) => id)).toEqual([real.id])
    expect(report.tallies).toMatchObject({ case: { made: 1, deleted: 1 }, client: { made: 1, leftOver: 1 } })
    expect(report.leftovers).toMatchObject([{ kind: 'client', id: externalTenantId }])
  })

  it('where the run itself made no case is reported: the application may have made some', async () => {
    const world = freshWorld()
    await using run = hostSteward(sandbox, { world })
    sandbox.world(world).seedCase({ tag: run.identity.tag })
    const { leftovers } = await run.close()
    expect(leftovers).toMatchObject([{ kind: 'case', id: expect.stringContaining(run.identity.tag) }])
    expect(leftovers[0]?.reason).toContain('production case')
    expect(leftovers[0]?.todo).toContain('by hand')
  })
})

async function realManagedCase(world: string, tag: string): Promise<string> {
  const response = await sandbox.request('collection-partner', '/managed-cases', {
    method: 'POST',
    headers: { XApiKey: `sandbox-${world}`, 'content-type': 'application/json' },
    body: JSON.stringify({ ...draft.managedCase(), tag, isTest: false }),
  })
  return ((await response.json()) as { readonly id: string }).id
}
