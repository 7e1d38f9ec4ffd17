import { describe, expect, it } from 'vitest'
import { endsCleanOn, type Files, inlineProject } from '../vitest/harness/index.ts'
import { node } from './program.ts'

/** Makes some of everything, has a create in flight, and goes on as is said once it is told to. */
const atWork = (goesOn: string) => /* js */ `
  import assert from 'node:assert/strict'
  import { after, before, test } from 'node:test'
  import { startRun } from 'debitura-testkit'

  const meet = (name) => fetch(process.env.MEETING + '/' + name)
  let run
  before(async () => { run = await startRun() })
  after(async () => {
    assert.deepEqual((await run.end()).leftovers, [])
    console.log('left nothing behind')
  })

  test('is at work', { timeout: 60_000 }, async () => {
    const { debitura } = run
    const client = await debitura.clients.onboard()
    await client.cases.create()
    await debitura.managedCases.create()
    debitura.cases.create({ creditorReference: 'in flight' }).catch(() => undefined)
    await meet('at work')
    ${goesOn}
  })

  test('takes too long', { timeout: 500 }, ({ signal }) => {
    const busy = setInterval(() => undefined, 1_000)
    signal.addEventListener('abort', () => clearInterval(busy))
    return new Promise(() => undefined)
  })
`

const both = (goesOn: string): Files => ({ 'one.test.mjs': atWork(goesOn), 'two.test.mjs': atWork(goesOn) })
const args = ['--test', '--test-concurrency=2', 'one.test.mjs', 'two.test.mjs']

describe('a run of node --test leaves nothing behind', () => {
  it('when tests fail, and take too long', async () => {
    using project = inlineProject(both(`throw new Error('thrown on purpose')`), {})
    const { output } = await endsCleanOn(node, project, { args, exitCode: 1, cleaned: 'before it exits' })
    expect(output).toContain('thrown on purpose')
    expect(output).toContain('timed out after 500ms')
  })

  it.each(['SIGINT', 'SIGTERM'] as const)('when %s ends it', async (signal) => {
    using project = inlineProject(both(`await meet('afterwards')`), {})
    await endsCleanOn(node, project, {
      args,
      end: ({ runner }) => runner.signal(signal, 'process group'),
      exitCode: 1,
      cleaned: 'behind it',
    })
  })
})
