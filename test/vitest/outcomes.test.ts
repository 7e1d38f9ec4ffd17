import { expect, it } from 'vitest'
import {
  contentsOf,
  inlineProject,
  meeting,
  observedSandbox,
  runVitest,
  seedSomebodyElses,
  statesOf,
} from './harness/index.ts'

const outcomes = /* ts */ `
  import { appendFileSync } from 'node:fs'
  import { describe } from 'vitest'
  import { expect, test } from 'debitura-testkit/vitest'
  import { meet } from './meet.ts'

  const reference = (text: string) => ({ creditorReference: text })

  test('passes', async ({ debitura }) => {
    const claim = await debitura.cases.create()
    await claim.advance('Closed:Paid')
    await expect(claim).toBeClosed('Paid')
  })

  test('fails', async ({ testCase }) => {
    expect(testCase.isTestCase).toBe(false)
  })

  test('throws', async ({ client }) => {
    await client.cases.create()
    throw new Error('thrown on purpose')
  })

  test('throws before its create has ended', async ({ debitura }) => {
    debitura.cases.create(reference('unawaited')).catch(() => undefined)
    throw new Error('thrown on purpose')
  })

  test('times out with its create in flight', { timeout: 800 }, async ({ debitura }) => {
    const late = await debitura.cases.create(reference('held'))
    // The body goes on after its test is over.
    await debitura.cases.create(reference('late')).catch((error) => appendFileSync('late.txt', error.code))
    await late.refresh().then(() => appendFileSync('late.txt', ' read'), (error) => appendFileSync('late.txt', error.code))
    await meet('late body')
  })

  test('times out while a client is onboarded', { timeout: 800 }, async ({ debitura }) => {
    await debitura.clients.onboard({ externalTenantId: 'held-client' })
  })

  test('runs after those that timed out', async ({ debitura }) => {
    await debitura.cases.create()
    await meet('next test')
    await meet('late body')
  })

  test.skip('is skipped', async ({ testCase }) => {
    expect(testCase.id).toBe('never made')
  })

  test('skips itself', async ({ testCase, skip }) => {
    skip(testCase.isTestCase === true)
  })

  let attempts = 0
  test('passes when it is tried again', { retry: 2 }, async ({ debitura }) => {
    await debitura.clients.onboard({ email: 'cfo@retried.example.com' })
    attempts += 1
    if (attempts < 3) throw new Error('not yet')
  })

  test('is repeated', { repeats: 2 }, async ({ debitura }) => {
    await debitura.clients.onboard({ email: 'cfo@repeated.example.com' })
  })

  describe.concurrent('at once', () => {
    for (const name of ['one', 'two', 'three', 'four']) {
      test(name, async ({ debitura, client }) => {
        const own = await client.cases.create()
        const claim = await debitura.cases.create()
        await meet('at once')
        // The failure of the third ends its scope while the others go on.
        if (name === 'three') throw new Error('thrown on purpose')
        await own.refresh()
        await client.refresh()
        await claim.activate()
      })
    }
  })

  test('tries to end the process', async ({ testCase }) => {
    process.exit(testCase.isTestCase ? 3 : 4)
  })
`

const fileScope = /* ts */ `
  import { expect, test as base } from 'debitura-testkit/vitest'

  const test = base.extend<{ shared: { id: string } }>({
    shared: [async ({ debituraFile }, use) => { await use(await debituraFile.cases.create()) }, { scope: 'file' }],
  })

  const seen: string[] = []

  test('makes something for the file', async ({ shared }) => {
    seen.push(shared.id)
  })

  test('and the next test has the same', async ({ shared, debitura }) => {
    expect(seen).toEqual([shared.id])
    await debitura.cases.get(shared.id)
  })
`

async function scenario() {
  await using sandbox = await observedSandbox()
  await using place = await meeting()
  using project = inlineProject({ 'a.test.ts': outcomes, 'b.test.ts': fileScope })
  const world = sandbox.world('outcomes')
  const before = seedSomebodyElses(world)
  // What the tests that time out ask for is carried out only when the test after them runs.
  sandbox.intercept(async ({ method, body }) => {
    if (method === 'POST' && /"held(-client)?"/.test(body)) await place.arrived('next test')
    return undefined
  })
  place.open('next test')
  place.open('late body', { count: 2 })
  place.open('at once', { count: 4 })
  const run = await runVitest(project, {
    variables: { ...sandbox.variables('outcomes'), MEETING: place.url },
  })
  return { run, before, after: contentsOf(world), late: project.read('late.txt'), seen: sandbox.seen }
}

const { run, before, after, late, seen } = await scenario()

it('never changes the result of another test', () => {
  expect(run.exitCode).toBe(1)
  expect(run.results?.unhandled).toEqual([])
  expect(run.results && statesOf(run.results)).toMatchInlineSnapshot(`
    {
      "a.test.ts > at once > four": "passed",
      "a.test.ts > at once > one": "passed",
      "a.test.ts > at once > three": "failed",
      "a.test.ts > at once > two": "passed",
      "a.test.ts > fails": "failed",
      "a.test.ts > is repeated": "passed",
      "a.test.ts > is skipped": "skipped",
      "a.test.ts > passes": "passed",
      "a.test.ts > passes when it is tried again": "passed",
      "a.test.ts > runs after those that timed out": "passed",
      "a.test.ts > skips itself": "skipped",
      "a.test.ts > throws": "failed",
      "a.test.ts > throws before its create has ended": "failed",
      "a.test.ts > times out while a client is onboarded": "failed",
      "a.test.ts > times out with its create in flight": "failed",
      "a.test.ts > tries to end the process": "failed",
      "b.test.ts > and the next test has the same": "passed",
      "b.test.ts > makes something for the file": "passed",
    }
  `)
})

it('leaves nothing behind, and what is not its own untouched', () => {
  expect(after).toEqual(before)
  expect(run.output).toMatch(/left nothing behind/)
})

it('makes nothing for a test that timed out, and does not lose what was in flight', () => {
  expect(late).toBe('DBT_SCOPE_OVER read')
  const references = seen.map(({ body }) => /"creditorReference":"(held|late)"/.exec(body)?.[1])
  expect(references).toContain('held')
  expect(references).not.toContain('late')
})

it('removes its journal and its socket', () => {
  expect(run.state).toEqual({})
})
