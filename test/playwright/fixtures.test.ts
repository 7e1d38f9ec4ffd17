import { beforeAll, expect, it } from 'vitest'
import { contentsOf, observedSandbox } from '../vitest/harness/index.ts'
import { playwrightProject, runPlaywright, statusesOf } from './harness/index.ts'

const suite = /* ts */ `
  import { test as base } from '@playwright/test'
  import { debituraFixtures, expect, test } from 'debitura-testkit/playwright'

  test('has every fixture', async ({ debitura, testCase, client, tag, debituraWorker }) => {
    await expect(testCase).toBeTestCase()
    await expect(client.cases.create()).resolves.toMatchObject({ id: expect.any(String) })
    expect(tag).toBe(process.env.DEBITURA_TAG)
    expect([debitura.tag, debituraWorker.tag]).toEqual([tag, tag])
  })

  test('has the matchers', async ({ debitura }) => {
    const claim = await debitura.cases.create({ amountToRecover: 1500 })
    await expect(claim).not.toBeClosed()
    await claim.advance('Closed:Paid')
    await expect(claim).toBeInLifecycle('Closed')
    await expect.soft(claim).toBeClosed('Paid')
    await expect(claim).toHaveFired('payment.created', { data: { amount: 1500 } })
    await expect(claim).not.toHaveFired('payment.deleted')
  })

  const own = base.extend(debituraFixtures).extend({
    shared: [async ({ debituraWorker }, use) => use(await debituraWorker.clients.onboard()), { scope: 'worker' }],
    claim: async ({ shared }, use) => use(await shared.cases.create({ creditorReference: 'mine' })),
  })
  own.beforeEach(({ tag }, { title }) => void expect(title + tag).toBeTruthy())
  own('has them beside fixtures of its own', async ({ claim, shared, testCase }) => {
    expect(claim.creditorReference).toBe('mine')
    expect((await shared.cases.list()).cases).toHaveLength(1)
    await expect(testCase).toBeTestCase()
  })

  test('points at the line of what failed', async ({ testCase }) => {
    await expect(testCase).toBeClosed('Paid') // matcher
  })

  test('points at the line of what was refused', async ({ debitura }) => {
    await debitura.cases.create({ tag: 'mine' }) // refused
  })
`

async function scenario() {
  await using sandbox = await observedSandbox()
  using project = playwrightProject({ 'a.spec.ts': suite })
  const run = await runPlaywright(project, { variables: sandbox.variables('fixtures') })
  return { run, left: contentsOf(sandbox.world('fixtures')) }
}

let scene: Awaited<ReturnType<typeof scenario>>
beforeAll(async () => {
  scene = await scenario()
})

it('gives tests the fixtures and matchers that they have on Vitest', () => {
  expect(scene.run.results && statusesOf(scene.run.results), scene.run.output).toEqual({
    'a.spec.ts > has every fixture': 'expected',
    'a.spec.ts > has the matchers': 'expected',
    'a.spec.ts > has them beside fixtures of its own': 'expected',
    'a.spec.ts > points at the line of what failed': 'unexpected',
    'a.spec.ts > points at the line of what was refused': 'unexpected',
  })
  expect(scene.run.exitCode).toBe(1)
})

it.each(['matcher', 'refused'])('shows the line of the test that failed: %s', (mark) => {
  const errors = scene.run.results?.tests.flatMap(({ attempts }) => attempts.flatMap((one) => one.errors))
  const line = suite.split('\n').findIndex((text) => text.endsWith(`// ${mark}`)) + 1
  expect(errors?.map(({ location }) => location?.line)).toContain(line)
})

it('leaves nothing behind', () => {
  expect(scene.left).toEqual({ cases: [], clients: [], webhooks: [] })
  expect(scene.run.state).toEqual({})
  expect(scene.run.stderr).toContain('left nothing behind')
})
