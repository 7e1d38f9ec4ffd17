import { expect, it } from 'vitest'
import {
  contentsOf,
  inlineProject,
  observedSandbox,
  pluginConfig,
  runVitest,
  seedSomebodyElses,
} from './harness/index.ts'

const POOLS = ['forks', 'threads', 'vmThreads']
const projects = POOLS.flatMap((pool) =>
  [true, false].map((isolate) => ({
    extends: true,
    test: { name: `${pool}, isolate ${isolate}`, pool, isolate },
  })),
)

const suite = /* ts */ `
  import { appendFileSync } from 'node:fs'
  import { vi } from 'vitest'
  import { DebituraApiError, expect, test } from 'debitura-testkit/vitest'

  test('drives a case', async ({ debitura, tag }) => {
    appendFileSync('tags.txt', tag + '\\n')
    const claim = await debitura.cases.create({ debtor: { countryAlpha2: 'DK', name: 'Mette' } })
    expect(claim).toMatchObject({ debtor: { name: 'Mette' } })
    await claim.advance('Closed:Paid')
    await expect(claim).toBeClosed('Paid')
  })

  test('onboards a client', async ({ client }) => {
    await expect(await client.cases.create()).toBeTestCase()
  })

  test('gets errors that it can tell apart', async ({ debitura }) => {
    const refused = debitura.cases.get(crypto.randomUUID())
    await expect(refused).rejects.toThrow(DebituraApiError)
    await expect(refused).rejects.toMatchObject({ status: 404, operation: 'GET /cases/{id}' })
    await expect(debitura.cases.create({ tag: '' } as object)).rejects.toMatchObject({ code: 'DBT_INVALID_TAG' })
  })

  test('works with a stopped clock', async ({ debitura }) => {
    vi.useFakeTimers()
    try {
      const claim = await debitura.cases.create()
      await expect(claim.waitForEvent('case.closed', { timeout: 60 })).rejects.toMatchObject({ code: 'DBT_EVENT_MISSING' })
    } finally {
      vi.useRealTimers()
    }
  })
`

async function scenario() {
  await using sandbox = await observedSandbox()
  using project = inlineProject({
    'vitest.config.ts': pluginConfig({ test: `projects: ${JSON.stringify(projects)}` }),
    'one.test.ts': suite,
    'two.test.ts': suite,
  })
  const world = sandbox.world('pools')
  const before = seedSomebodyElses(world)
  const run = await runVitest(project, { variables: sandbox.variables('pools') })
  return { run, before, after: contentsOf(world), tags: project.read('tags.txt').trim().split('\n') }
}

const { run, before, after, tags } = await scenario()

it.each(projects.map(({ test }) => test.name))('works in %s', (name) => {
  const tests = run.results?.tests.filter(({ project }) => project === name)
  expect(
    tests?.map(({ state }) => state),
    run.output,
  ).toEqual(Array(8).fill('passed'))
})

it('shares one run among the projects of a process', () => {
  expect(tags).toHaveLength(2 * projects.length)
  expect(new Set(tags).size).toBe(1)
  expect(run.stderr.match(/left nothing behind/g)).toHaveLength(1)
})

it('leaves nothing behind', () => {
  expect(run.exitCode).toBe(0)
  expect(after).toEqual(before)
  expect(run.state).toEqual({})
})
