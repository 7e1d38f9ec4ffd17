import { describe, expect, it } from 'vitest'
import {
  contentsOf,
  inlineProject,
  meeting,
  observedSandbox,
  runVitest,
  seedSomebodyElses,
} from './harness/index.ts'

describe('--shard', () => {
  const suite = /* ts */ `
    import { expect, test } from 'debitura-testkit/vitest'
    import { meet } from './meet.ts'

    test('makes a case while the other shard does', async ({ debitura, client }) => {
      const claim = await client.cases.create()
      await meet('both shards')
      await claim.activate()
    })
  `

  it('makes each shard a run of its own', async () => {
    await using sandbox = await observedSandbox()
    await using place = await meeting()
    using project = inlineProject({ 'one.test.ts': suite, 'two.test.ts': suite })
    const world = sandbox.world('shards')
    const before = seedSomebodyElses(world)
    const variables = { ...sandbox.variables('shards'), MEETING: place.url }
    place.open('both shards', { count: 2 })
    const shards = await Promise.all(
      ['1/2', '2/2'].map((shard) => runVitest(project, { args: ['run', `--shard=${shard}`], variables })),
    )
    expect(
      shards.map(({ exitCode }) => exitCode),
      shards[0]?.output,
    ).toEqual([0, 0])
    expect(shards.map(({ results }) => results?.tests.length)).toEqual([1, 1])
    expect(contentsOf(world)).toEqual(before)
  })
})

describe('--retry', () => {
  it('gives each attempt a scope of its own', async () => {
    await using sandbox = await observedSandbox()
    using project = inlineProject({
      'a.test.ts': /* ts */ `
        import { expect, test } from 'debitura-testkit/vitest'

        const tenants = new Set<string>()
        test('passes at the third attempt', async ({ debitura }) => {
          const client = await debitura.clients.onboard({ email: 'cfo@acme.example.com' })
          tenants.add(client.externalTenantId)
          expect(tenants.size).toBe(3)
        })
      `,
    })
    const run = await runVitest(project, {
      args: ['run', '--retry=2'],
      variables: sandbox.variables('retry'),
    })
    expect(run.exitCode, run.output).toBe(0)
    expect(run.results?.tests).toMatchObject([{ state: 'passed', retries: 2 }])
    expect(run.stderr).toContain('3 made, 3 reset')
    expect(contentsOf(sandbox.world('retry'))).toEqual({ cases: [], clients: [], webhooks: [] })
  })
})
