import { describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../../src/sandbox/index.ts'
import { type Contents, contentsOf } from './contents.ts'
import { seedForeign, seedLiveRun } from './foreign.ts'
import { judge } from './judge.ts'

const WORLD = 'judged'

/** What the judge says when this happens to a world of somebody else's things. */
async function whatBecomesOf(happens: (sandbox: Sandbox, foreign: Contents) => void | Promise<void>) {
  await using sandbox = await createSandbox()
  await seedForeign(sandbox, WORLD)
  await seedLiveRun(sandbox, WORLD)
  const foreign = contentsOf(sandbox.world(WORLD))
  await happens(sandbox, foreign)
  const ended = contentsOf(sandbox.world(WORLD))
  return judge({ foreign, ended, recovered: ended })
}

const headers = { XApiKey: `sandbox-${WORLD}` }

describe('the judge', () => {
  it('finds nothing where nothing happened', async () => {
    expect(await whatBecomesOf(() => undefined)).toEqual({ leaked: [], touched: [], recovered: [] })
  })

  it('finds a case, a client and a subscription that were left', async () => {
    const { leaked, touched } = await whatBecomesOf(async (sandbox) => {
      const { externalTenantId } = sandbox.world(WORLD).seedClient()
      sandbox.world(WORLD).seedCase({ externalTenantId, isTest: true })
    })
    expect(leaked.map(({ name }) => name.split(' ')[0])).toEqual(expect.arrayContaining(['cases', 'clients']))
    expect(touched).toEqual([])
  })

  it('finds a foreign case that was deleted', async () => {
    const { touched } = await whatBecomesOf(async (sandbox) => {
      await sandbox.request('customer', '/test/cases?tag=suite-run-1', { method: 'DELETE', headers })
    })
    expect(touched.filter((name) => name.startsWith('cases '))).toHaveLength(1)
  })

  it('finds a foreign case of which one field changed', async () => {
    const { touched } = await whatBecomesOf((sandbox) => {
      const [first] = sandbox.world(WORLD).cases()
      sandbox.world(WORLD).offerQuote(first?.id ?? '')
    })
    expect(touched).not.toEqual([])
  })

  it('finds a foreign subscription that was changed', async () => {
    const { touched } = await whatBecomesOf(async (sandbox) => {
      const [first] = sandbox.world(WORLD).webhooks()
      await sandbox.request('customer', `/webhooks/${first?.id}`, { method: 'DELETE', headers })
    })
    expect(touched.filter((name) => name.startsWith('webhooks '))).toHaveLength(1)
  })

  it('tells what went only with the recovery', () => {
    const foreign = new Map([['cases 1', 'theirs']])
    const ended = new Map([...foreign, ['cases 2', 'ours'], ['cases 3', 'ours']])
    const recovered = new Map([...foreign, ['cases 3', 'ours']])
    expect(judge({ foreign, ended, recovered })).toEqual({
      leaked: [{ name: 'cases 3', text: 'ours' }],
      touched: [],
      recovered: [{ name: 'cases 2', text: 'ours' }],
    })
  })
})
