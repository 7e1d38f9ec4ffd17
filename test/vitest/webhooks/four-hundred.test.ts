import { expect, it } from 'vitest'
import { type Files, inlineProject, observedSandbox, runVitest } from '../harness/index.ts'

const FILES = 20
const TESTS = 20

const testFile = /* ts */ `
  import { expect, test } from 'debitura-testkit/vitest'

  for (let index = 1; index <= ${TESTS}; index++) {
    test('case ' + index, async ({ debitura }) => {
      const inbox = await debitura.webhooks.inbox({ events: ['case.updated', 'payment.created', 'case.closed'] })
      const claim = await debitura.cases.create({ amountToRecover: 100 + index })
      await claim.closePaid()

      await expect(claim).toHaveFired('payment.created', { data: { amount: 100 + index } })
      await claim.waitForEvent('case.updated', { where: ({ data }) => data.newLifecycle === 'Closed' })
      const closed = await claim.waitForEvent('case.closed')
      expect(closed.data.closeCode).toBe('Paid')

      for (const event of ['payment.created', 'case.closed'] as const)
        expect((await inbox.next(event)).data.caseId).toBe(claim.id)
      const all = await inbox.all()
      expect(new Set(all.map(({ data }) => data.caseId))).toEqual(new Set([claim.id]))
    })
  }
`

it('400 tests on 4 workers each see what happened to their own case, and nothing else', async () => {
  await using sandbox = await observedSandbox()
  const files: Files = Object.fromEntries(
    Array.from({ length: FILES }, (_, index) => [`test/${index}.test.ts`, testFile]),
  )
  using project = inlineProject(files)
  const run = await runVitest(project, {
    args: ['run', '--maxWorkers=4'],
    variables: sandbox.variables('four-hundred'),
  })
  expect(run.exitCode, run.output).toBe(0)
  expect(run.results?.tests.map(({ state }) => state)).toEqual(Array(FILES * TESTS).fill('passed'))

  const polls = sandbox.seen.filter(({ method, path }) => method === 'GET' && path === '/webhooks/events')
  expect(run.stderr).toContain(`${polls.length.toLocaleString('en-US')} to look for events`)
  // Three waits of each test: where nothing had to be asked twice, one look for each would do.
  expect(polls.length).toBeLessThan(3 * 3 * FILES * TESTS)
  const subscriptions = sandbox.seen.filter(({ method, path }) => method === 'POST' && path === '/webhooks')
  expect(subscriptions).toHaveLength(1)
  expect(sandbox.world('four-hundred').webhooks()).toEqual([])
})
