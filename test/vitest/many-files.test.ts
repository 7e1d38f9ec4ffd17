import { expect, it } from 'vitest'
import {
  contentsOf,
  type Files,
  inlineProject,
  observedSandbox,
  runVitest,
  type SeenRequest,
  seedSomebodyElses,
} from './harness/index.ts'

const FILES = 60
const TESTS = 20

/** One client for each file; in every second file, one of its cases is the client's own. */
const testFile = (index: number) => /* ts */ `
  import { expect, test } from 'debitura-testkit/vitest'

  test('a client and a case', async ({ client, debitura }) => {
    const cases = ${index % 2 === 0} ? client.cases : debitura.cases
    const claim = await cases.create({ claimDescription: 'file ${index}' })
    expect(client.onboardingDone).toBe(true)
    await expect(claim).toBeTestCase()
  })

  for (let index = 1; index < ${TESTS}; index++) {
    test('case ' + index, async ({ testCase }) => {
      expect(testCase.isTestCase).toBe(true)
    })
  }
`

async function scenario() {
  await using sandbox = await observedSandbox()
  const files: Files = Object.fromEntries(
    Array.from({ length: FILES }, (_, index) => [`test/${index}.test.ts`, testFile(index)]),
  )
  using project = inlineProject(files)
  const world = sandbox.world('many')
  const before = seedSomebodyElses(world)
  const run = await runVitest(project, {
    args: ['run', '--maxWorkers=4'],
    variables: sandbox.variables('many'),
  })
  return { run, before, after: contentsOf(world), seen: sandbox.seen }
}

const { run, before, after, seen } = await scenario()

const count = (...filters: ((request: SeenRequest) => boolean)[]) =>
  seen.filter((request) => filters.every((filter) => filter(request))).length
const by =
  (method: string, path: RegExp) =>
  (request: SeenRequest): boolean =>
    request.method === method && path.test(request.path)
const withToken = ({ credential }: SeenRequest) => credential.startsWith('Bearer ')
const withKey = (request: SeenRequest) => !withToken(request)

it('makes 1,200 cases and 60 clients in 60 files of 20 tests, on 4 workers', () => {
  expect(run.exitCode, run.output).toBe(0)
  expect(run.results?.tests.map(({ state }) => state)).toEqual(Array(FILES * TESTS).fill('passed'))
  expect(count(by('POST', /^\/cases$/))).toBe(FILES * TESTS)
  expect(count(by('POST', /^\/clients$/))).toBe(FILES)
})

it('leaves nothing behind, and what is not its own untouched', () => {
  expect(after).toEqual(before)
  expect(run.state).toEqual({})
})

it('cleans up with one call for each key, and two or three for each client', () => {
  const byTag = by('DELETE', /^\/test\/cases$/)
  expect(count(byTag, withKey, ({ api }) => api === 'customer')).toBe(1)
  expect(count(byTag, withKey, ({ api }) => api === 'collection-partner')).toBe(1)
  expect(count(by('GET', /^\/clients\/[^/]+\/is-deletable$/))).toBe(FILES)
  expect(count(by('DELETE', /^\/clients\/[^/]+$/))).toBe(FILES)
  // Only where the client had cases under its own token.
  expect(count(byTag, withToken)).toBe(FILES / 2)
  // Our own subscription; a client that is reset takes its own along.
  expect(count(by('DELETE', /^\/webhooks\//))).toBe(1)
  const cleanup = 3 + 2 * FILES + FILES / 2
  expect(count(({ method, path }) => method === 'DELETE' || path.endsWith('/is-deletable'))).toBe(cleanup)
  expect(run.stderr).toContain(`, ${cleanup} of them to clean up`)
})

it('never asks twice for a token', () => {
  expect(count(by('POST', /^\/oauth\/token$/))).toBe(FILES / 2)
})
