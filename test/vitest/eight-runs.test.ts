import { expect, it } from 'vitest'
import {
  contentsOf,
  inlineProject,
  meeting,
  observedSandbox,
  runVitest,
  seedSomebodyElses,
} from './harness/index.ts'

const RUNS = 8

const suite = /* ts */ `
  import { expect, test } from 'debitura-testkit/vitest'
  import { meet } from './meet.ts'

  test('keeps what it made while others make and clean', async ({ debitura, client, testCase }) => {
    const own = await client.cases.create()
    const managed = await debitura.managedCases.create()
    await meet('all have made theirs')
    await meet(process.env.COHORT)
    // Half of the runs are over by now, and have cleaned up.
    expect((await testCase.refresh()).id).toBe(testCase.id)
    await own.activate()
    await managed.refresh()
    expect(await client.isDeletable()).toMatchObject({ isDeletable: false })
    expect((await debitura.clients.get(client.externalTenantId)).onboardingDone).toBe(true)
  })
`

async function scenario() {
  await using sandbox = await observedSandbox()
  await using place = await meeting()
  using project = inlineProject({ 'a.test.ts': suite })
  const world = sandbox.world('shared')
  const before = seedSomebodyElses(world)
  const start = (cohort: string) =>
    runVitest(project, {
      variables: { ...sandbox.variables('shared'), MEETING: place.url, COHORT: cohort },
    })
  place.open('all have made theirs', { count: RUNS })
  const first = Array.from({ length: RUNS / 2 }, () => start('first cohort'))
  const second = Array.from({ length: RUNS / 2 }, () => start('second cohort'))
  place.open('first cohort')
  const early = await Promise.all(first)
  const meanwhile = contentsOf(world)
  place.open('second cohort')
  const runs = [...early, ...(await Promise.all(second))]
  return { runs, before, meanwhile, after: contentsOf(world) }
}

const { runs, before, meanwhile, after } = await scenario()

it('keeps eight runs with the same keys apart', () => {
  expect(
    runs.map(({ exitCode }) => exitCode),
    runs.map(({ output }) => output).join('\n'),
  ).toEqual(Array(RUNS).fill(0))
  const tags = runs.map(({ stderr }) => /suite-run-[0-9a-f-]{36}/.exec(stderr)?.[0])
  expect(new Set(tags).size).toBe(RUNS)
})

it('removes what ended runs made, and nothing that others still use', () => {
  expect(meanwhile.clients).toHaveLength(before.clients.length + RUNS / 2)
  expect(meanwhile.cases).toHaveLength(before.cases.length + 3 * (RUNS / 2))
  expect(new Set(meanwhile.cases.map(({ tag }) => tag)).size).toBe(
    new Set(before.cases.map(({ tag }) => tag)).size + RUNS / 2,
  )
})

it("leaves only somebody else's things, untouched", () => {
  expect(after).toEqual(before)
})
