import { expect, it } from 'vitest'
import { type Files, inlineProject, runVitest } from '../harness/index.ts'

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
      await claim.waitForEvent('case.updated', { where: { newLifecycle: 'Closed' } })
      const closed = await claim.waitForEvent('case.closed')
      expect(closed.data.closeCode).toBe('Paid')

      for (const event of ['payment.created', 'case.closed'] as const)
        expect((await inbox.next(event)).data.caseId).toBe(claim.id)
      const all = await inbox.all()
      expect(new Set(all.map(({ data }) => data.caseId))).toEqual(new Set([claim.id]))
    })
  }
`

/** By itself, each of the three waits of a test looks once; a few look again because the event was not recorded yet. */
const BUDGET = 2 * 3 * FILES * TESTS

it('400 tests on 4 workers each see what happened to their own case, and nothing else', async () => {
  const files: Files = Object.fromEntries(
    Array.from({ length: FILES }, (_, index) => [`test/${index}.test.ts`, testFile]),
  )
  using project = inlineProject(files)
  const run = await runVitest(project, { args: ['run', '--maxWorkers=4'] })
  expect(run.exitCode, run.output).toBe(0)
  expect(run.results?.tests.map(({ state }) => state)).toEqual(Array(FILES * TESTS).fill('passed'))
  // All share one subscription.
  expect(run.stderr).toContain('webhooks  1 made, 1 deleted')
  const [, polls = ''] = /, ([\d,]+) to look for events/.exec(run.stderr) ?? []
  expect(Number(polls.replaceAll(',', ''))).toBeGreaterThanOrEqual(FILES * TESTS)
  expect(Number(polls.replaceAll(',', ''))).toBeLessThanOrEqual(BUDGET)
})
