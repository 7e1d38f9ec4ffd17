import { expect, it } from 'vitest'
import { inlineProject, isSteward, meeting, observedSandbox, startVitest } from '../harness/index.ts'

const suite = /* ts */ `
  import { test } from 'debitura-testkit/vitest'
  import { meet } from './meet.ts'

  test('outlives the steward', async ({ testCase }) => {
    const activated = testCase.activate()
    activated.catch(() => undefined)
    await meet('steward alive')
    await activated // outlives the steward
  })
`

it('fails the run, names the tag, and leaves the journal for later', async () => {
  await using sandbox = await observedSandbox()
  await using place = await meeting()
  using project = inlineProject({ 'a.test.ts': suite })
  sandbox.intercept(async ({ path }) => {
    if (path.endsWith('/advance')) await place.meet('advance')
    return undefined
  })
  await using vitest = startVitest(project, {
    variables: { ...sandbox.variables('dead'), MEETING: place.url },
  })
  await vitest.until(Promise.all([place.arrived('advance'), place.arrived('steward alive')]))
  const steward = vitest.processes().find(isSteward)
  process.kill(steward?.pid ?? 0, 'SIGKILL')
  place.open('steward alive')
  const run = await vitest.ended
  place.open('advance')
  expect(run.exitCode, run.output).toBe(1)
  expect(run.results?.tests).toMatchObject([
    { failures: [{ code: 'DBT_RUN_OVER', message: expect.stringContaining('was killed') }] },
  ])
  const [{ tag } = { tag: null }] = sandbox.world('dead').cases()
  expect(run.stderr).toContain('the process that cleans up gave no report')
  expect(run.stderr).toContain(String(tag))
  const [journal = ''] = Object.entries(vitest.state()).flatMap(([name, text]) =>
    name.endsWith('.jsonl') ? text : [],
  )
  expect(journal).toContain(sandbox.world('dead').cases()[0]?.creditorReference ?? 'no marker')
})
