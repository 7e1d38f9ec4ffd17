import { expect, it } from 'vitest'
import {
  contentsOf,
  inlineProject,
  meeting,
  observedSandbox,
  runVitest,
  seedSomebodyElses,
  statesOf,
} from '../harness/index.ts'

const killed = /* ts */ `
  import { test } from 'debitura-testkit/vitest'
  import { meet } from './meet.ts'

  test('kills its worker in the middle of a create', async ({ debitura, client }) => {
    await client.cases.create()
    debitura.cases.create({ creditorReference: 'in flight' }).catch(() => undefined)
    debitura.clients.onboard({ externalTenantId: 'in-flight' }).catch(() => undefined)
    await meet('both are in flight')
    process.kill(process.pid, 'SIGKILL')
  })
`

const beside = /* ts */ `
  import { test } from 'debitura-testkit/vitest'
  import { meet } from './meet.ts'

  test('goes on beside it', async ({ testCase }) => {
    await meet('the worker is dead')
    await testCase.activate()
  })
`

async function scenario() {
  await using sandbox = await observedSandbox()
  await using place = await meeting()
  using project = inlineProject({ 'killed.test.ts': killed, 'beside.test.ts': beside })
  const world = sandbox.world('killed')
  const before = seedSomebodyElses(world)
  sandbox.intercept(async ({ method, body }) => {
    if (method === 'POST' && /"in.flight"/.test(body)) {
      place.open('both are in flight', { count: 3 })
      await Promise.all([place.meet('both are in flight'), place.arrived('the worker is dead')])
    }
    return undefined
  })
  place.open('the worker is dead')
  const run = await runVitest(project, {
    // One worker at a time, in this order: the second file starts when the first one's worker is dead.
    args: ['run', '--maxWorkers=1', '--sequence.shuffle.files=false', 'killed.test.ts', 'beside.test.ts'],
    variables: { ...sandbox.variables('killed'), MEETING: place.url },
  })
  return { run, before, after: contentsOf(world) }
}

const { run, before, after } = await scenario()

it('fails the run, and no other test', () => {
  expect(run.exitCode, run.output).toBe(1)
  expect(run.results && statesOf(run.results)).toMatchObject({
    'beside.test.ts > goes on beside it': 'passed',
  })
  expect(run.results?.unhandled).toHaveLength(1)
})

it('leaves nothing behind, not even what was in flight', () => {
  expect(after).toEqual(before)
  expect(run.state).toEqual({})
})
