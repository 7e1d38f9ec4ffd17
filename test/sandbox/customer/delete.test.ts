import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { callerForClient, callers, started } from '../callers.ts'
import { claim } from '../payloads.ts'

describe('one test case', () => {
  test('is gone for good, with everything of its own', async () => {
    const sandbox = await started()
    const { customer } = callers(sandbox)
    const { body } = await customer('POST', '/cases', claim({ creditorReference: 'INV-1' }))
    await customer('POST', `/test/cases/${body.id}/advance`, { to: 'Closed:Paid', amount: 1250 })
    expect(await customer('DELETE', `/test/cases/${body.id}`)).toMatchObject({ status: 204, body: undefined })
    for (const path of [
      body.id,
      `${body.id}/timeline`,
      `${body.id}/payments`,
      'by-creditor-reference/INV-1',
    ]) {
      expect((await customer('GET', `/cases/${path}`)).status).toBe(404)
    }
    expect((await customer('GET', '/cases')).body.page.totalResults).toBe(0)
    expect(sandbox.world().cases()).toEqual([])
  })

  test('that is gone already is a 404, or a 204 where the behaviour says so', async () => {
    const absent = '/test/cases/11111111-2222-4333-8444-555555555555'
    expect((await callers(await started()).customer('DELETE', absent)).status).toBe(404)
    const lenient = await started({ behaviours: { deleteAbsentTestCase: 'no-content' } })
    expect((await callers(lenient).customer('DELETE', absent)).status).toBe(204)
  })

  test('is refused if it is a production case, or another account’s', async () => {
    const sandbox = await started()
    const { customer, partner } = callers(sandbox)
    const { id } = sandbox.world().seedCase()
    expect((await customer('DELETE', `/test/cases/${id}`)).status).toBe(400)
    const own = (await customer('POST', '/cases', claim())).body.id
    expect((await partner('DELETE', `/test/cases/${own}`)).status).toBe(404)
    expect((await callers(sandbox, 'other').customer('DELETE', `/test/cases/${own}`)).status).toBe(404)
    expect(sandbox.world().cases()).toHaveLength(2)
  })
})

describe('by tag', () => {
  test.each(['', '?tag=', '?tag=%20%20'])("'%s' is a 400", async (query) => {
    const { customer } = callers(await started())
    expect((await customer('DELETE', `/test/cases${query}`)).status).toBe(400)
  })

  test('is a 204 also where nothing bears the tag', async () => {
    const { customer } = callers(await started())
    expect((await customer('DELETE', '/test/cases?tag=nobody')).status).toBe(204)
  })

  test('deletes nothing where a production case bears it', async () => {
    const sandbox = await started()
    const { customer } = callers(sandbox)
    await customer('POST', '/cases', claim())
    sandbox.world().seedCase({ tag: 'suite-run-1' })
    await customer('POST', '/cases', claim())
    expect((await customer('DELETE', '/test/cases?tag=suite-run-1')).status).toBe(400)
    expect(sandbox.world().cases()).toHaveLength(3)
  })

  test('tells tags apart by case, and never goes by their beginning', async () => {
    const sandbox = await started()
    const { customer } = callers(sandbox)
    for (const tag of ['run', 'Run', 'run-2']) await customer('POST', '/cases', claim({ tag }))
    await customer('DELETE', '/test/cases?TAG=run')
    expect(
      sandbox
        .world()
        .cases()
        .map(({ tag }) => tag),
    ).toEqual(['Run', 'run-2'])
  })
})

test('whatever is made and deleted by whomever, exactly what was not deleted is left', async () => {
  const world = fc.constantFrom('a', 'b')
  const account = fc.constantFrom('own', 'client')
  const tag = fc.constantFrom('one', 'two', 'one-more')
  const step = fc.record({
    action: fc.constantFrom('create', 'create', 'create', 'delete'),
    world,
    account,
    tag,
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const sandbox = await started()
      const calls: Record<string, Awaited<ReturnType<typeof callerForClient>>> = {}
      for (const name of ['a', 'b']) {
        sandbox.world(name).seedClient({ externalTenantId: 't' })
        calls[`${name} own`] = callers(sandbox, name).customer
        calls[`${name} client`] = await callerForClient(sandbox, 't', name)
      }
      const left = new Map<string, string>()
      for (const { action, world: where, account: who, tag: label } of steps) {
        const owner = `${where} ${who}`
        const call = calls[owner]
        if (action === 'create') {
          const made = await call?.('POST', '/cases', claim({ tag: label }))
          left.set(made?.body.id, `${owner} ${label}`)
        } else {
          expect((await call?.('DELETE', `/test/cases?tag=${label}`))?.status).toBe(204)
          for (const [id, mark] of left) if (mark === `${owner} ${label}`) left.delete(id)
        }
      }
      const found = ['a', 'b'].flatMap((name) =>
        sandbox
          .world(name)
          .cases()
          .map(({ id }) => id),
      )
      expect(found.toSorted()).toEqual([...left.keys()].toSorted())
      for (const [owner, call] of Object.entries(calls)) {
        const listed = (await call('GET', '/cases?PageSize=100')).body.cases.map(
          ({ id }: { id: string }) => id,
        )
        const own = [...left].filter(([, mark]) => mark.startsWith(owner)).map(([id]) => id)
        expect(listed).toEqual(own.toReversed())
      }
      await sandbox.close()
    }),
    { numRuns: 20 },
  )
})
