import { beforeAll, expect, it } from 'vitest'
import { contentsOf, observedSandbox } from '../vitest/harness/index.ts'
import { playwrightConfig, playwrightProject, runPlaywright } from './harness/index.ts'

const suite = /* ts */ `
  import { test as base } from 'debitura-testkit/playwright'

  const test = base.extend({
    ofWorker: [
      async ({ debituraWorker }, use) =>
        use(await debituraWorker.clients.onboard({ email: 'worker@acme.example' })),
      { scope: 'worker' },
    ],
  })

  test('fails once', async ({ debitura, ofWorker }, { retry }) => {
    await debitura.clients.onboard({ email: 'cfo@acme.example', externalTenantId: 'attempt-' + retry })
    await ofWorker.cases.create()
    await debitura.managedCases.create()
    if (retry === 0) throw new Error('thrown on purpose')
  })

  test('takes too long', async ({ testCase }, { retry }) => {
    test.skip(retry > 0)
    test.setTimeout(2_000)
    await new Promise(() => undefined)
  })
`

async function scenario() {
  await using sandbox = await observedSandbox()
  using project = playwrightProject({
    'a.spec.ts': suite,
    'playwright.config.ts': playwrightConfig('retries: 1'),
  })
  const run = await runPlaywright(project, { variables: sandbox.variables('attempts') })
  const answers = sandbox.seen.map(({ answer }) => answer ?? '')
  return { run, answers, left: contentsOf(sandbox.world('attempts')) }
}

let scene: Awaited<ReturnType<typeof scenario>>
beforeAll(async () => {
  scene = await scenario()
})

const attemptsOf = (title: string) =>
  scene.run.results?.tests.find(({ name }) => name.endsWith(title))?.attempts ?? []

it('cleans what an attempt made before the next one needs its place, in another worker', () => {
  const attempts = attemptsOf('fails once')
  expect(
    attempts.map(({ status }) => status),
    scene.run.output,
  ).toEqual(['failed', 'passed'])
  expect(new Set(attempts.map(({ workerIndex }) => workerIndex)).size).toBe(2)
})

it('notes in the report what each attempt made, and nothing of another', () => {
  const notes = attemptsOf('fails once').map(({ annotations }) => annotations)
  expect(notes).toEqual(
    [0, 1].map((retry) => [
      { type: 'debitura client', description: `attempt-${retry}` },
      { type: 'debitura case', description: expect.stringMatching(/^[A-Z0-9]{8} \([0-9a-f-]{36}\)$/) },
    ]),
  )
})

it('notes what a test made that took too long', () => {
  const [timedOut] = attemptsOf('takes too long')
  expect(timedOut?.status).toBe('timedOut')
  const [note] = timedOut?.annotations ?? []
  expect(note?.type).toBe('debitura case')
  const [, id = 'none'] = /\((.*)\)/.exec(note?.description ?? '') ?? []
  expect(scene.answers.join()).toContain(id)
})

it('leaves nothing behind', () => {
  expect(scene.left).toEqual({ cases: [], clients: [], webhooks: [] })
  expect(scene.run.stderr).toContain('left nothing behind')
  expect(scene.run.state).toEqual({})
})
