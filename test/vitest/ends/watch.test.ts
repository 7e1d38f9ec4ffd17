import { expect, it, vi } from 'vitest'
import {
  contentsOf,
  hasTerminal,
  inlineProject,
  observedSandbox,
  pluginConfig,
  seedSomebodyElses,
  startVitest,
  type VitestProcess,
} from '../harness/index.ts'

const suite = (name: string) => /* ts */ `
  import { appendFileSync } from 'node:fs'
  import { expect, test } from 'debitura-testkit/vitest'

  test('${name}', async ({ debitura, tag }) => {
    const client = await debitura.clients.onboard({ email: 'cfo@watched.example.com' })
    const claim = await client.cases.create()
    await claim.activate()
    await expect(await debitura.cases.create()).toBeTestCase()
    appendFileSync('done.txt', tag + '\\n')
  })
`

it.skipIf(!hasTerminal)('watches: each rerun starts clean, and q cleans up', async () => {
  await using sandbox = await observedSandbox()
  using project = inlineProject({ 'a.test.ts': suite('first') })
  const world = sandbox.world('watch')
  const before = seedSomebodyElses(world)
  await using vitest = startVitest(project, {
    args: [],
    terminal: true,
    variables: sandbox.variables('watch'),
  })
  const done = () => project.read('done.txt').trim().split('\n').filter(Boolean)
  await waits(vitest, () => expect(done()).toHaveLength(1))
  vitest.type('a')
  await waits(vitest, () => expect(done()).toHaveLength(2))
  project.write('a.test.ts', suite('second'))
  await waits(vitest, () => {
    expect(done()).toHaveLength(3)
    expect(vitest.results()?.tests).toMatchObject([{ name: 'second', state: 'passed' }])
  })
  // One run for all three, and clients of earlier reruns gone already.
  expect(new Set(done()).size).toBe(1)
  expect(contentsOf(world).clients.length).toBeLessThanOrEqual(before.clients.length + 1)

  // A config that changes restarts Vitest: with a run of its own.
  project.write('vitest.config.ts', pluginConfig({ test: 'retry: 1' }))
  await waits(vitest, () => expect(new Set(done()).size).toBe(2))
  vitest.type('q')
  const run = await vitest.ended
  expect(run.exitCode, run.output).toBe(0)
  await vi.waitFor(() => expect(vitest.processes()).toEqual([]), { timeout: 60_000 })
  expect(contentsOf(world)).toEqual(before)
  expect(vitest.state()).toEqual({})
})

it.skipIf(!hasTerminal)('cleans up behind a watcher that is terminated', async () => {
  await using sandbox = await observedSandbox()
  using project = inlineProject({ 'a.test.ts': suite('only') })
  const world = sandbox.world('watch')
  await using vitest = startVitest(project, {
    args: [],
    terminal: true,
    variables: sandbox.variables('watch'),
  })
  await waits(vitest, () => expect(project.read('done.txt')).not.toBe(''))
  expect(world.cases()).not.toEqual([])
  for (const { pid, commandLine } of vitest.processes())
    if (/vitest\.mjs/.test(commandLine) && !/script/.test(commandLine)) process.kill(pid, 'SIGTERM')
  await vitest.ended
  await vi.waitFor(() => expect(contentsOf(world)).toEqual({ cases: [], clients: [], webhooks: [] }), {
    timeout: 60_000,
  })
  await vi.waitFor(() => expect(vitest.processes()).toEqual([]), { timeout: 60_000 })
})

/** Until a condition holds and Vitest waits for changes, or keys, again. */
async function waits(vitest: VitestProcess, condition: () => void): Promise<void> {
  await vi.waitFor(
    () => {
      condition()
      expect(vitest.output.trimEnd().split('\n').slice(-3).join('\n')).toMatch(/press .*h.* to show help/)
    },
    { timeout: 60_000, interval: 100 },
  )
}
