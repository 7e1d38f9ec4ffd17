import { expect, it } from 'vitest'
import { jestProject, meeting, runJest, statusesOf } from './harness/index.ts'

const suite = /* js */ `
  const { useDebitura } = require('debitura-testkit/jest')
  const { meet } = require('./meet.js')
  const { debitura, debituraFile } = useDebitura()
  const make = (of) => of.cases.create().then(() => 'made', ({ code }) => code)
  let late

  test('runs out of time', async () => {
    await meet('out of time')
    late = [await make(debitura), await make(debituraFile)]
    await meet('late')
  }, 300)
  test('is another', async () => {
    meet('out of time')
    await meet('late')
    expect(late).toEqual(['DBT_SCOPE_OVER', 'made'])
    expect(await make(debitura)).toBe('made')
  })
`

it('a test that goes on when its time is up makes nothing more, for itself or for the next', async () => {
  await using place = await meeting()
  place.open('out of time', { count: 2 })
  place.open('late', { count: 2 })
  using project = jestProject({ 'a.test.js': suite })
  const run = await runJest(project, { variables: { MEETING: place.url } })
  expect(run.results && statusesOf(run.results), run.output).toEqual({
    'a.test.js > runs out of time': 'failed',
    'a.test.js > is another': 'passed',
  })
  expect(run.stderr).toContain('left nothing behind')
})
