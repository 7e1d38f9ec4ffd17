import { type EndOf, endsCleanOn, type Files, type FinishedRun } from '../../vitest/harness/index.ts'
import { type JestResults, jest, jestProject } from '../harness/index.ts'

/** A way for a run of Jest to end. */
export interface End extends EndOf<JestResults> {
  /** The project. @default two files with a test each that is at work, and another that would go on afterwards */
  readonly files?: Files
}

/** Makes some of everything, has a create in flight, and goes on as is said once it is told to. */
export const atWork = (goesOn: string): string => /* js */ `
  const { useDebitura } = require('debitura-testkit/jest')
  const { meet } = require('./meet.js')
  const { debitura, debituraFile } = useDebitura()

  beforeAll(() => debitura.clients.onboard())
  test('is at work', async () => {
    const client = await debitura.clients.onboard()
    await client.cases.create()
    await debituraFile.cases.create()
    await debitura.managedCases.create()
    await debitura.webhooks.create({ url: 'https://example.com/hook', events: ['case.updated'] })
    debitura.cases.create({ creditorReference: 'in flight' }).catch(() => undefined)
    await meet('at work')
    ${goesOn}
  })
`

/** Where a worker outlives the run, it tries to make something more. */
const LATE = `
  await meet('afterwards')
  await debitura.cases.create({ creditorReference: 'late' }).catch(() => undefined)
`

/** Two tests at a time. */
export const both = (one: string, two: string = one): Files => ({
  'one.test.js': atWork(one),
  'two.test.js': atWork(two),
})

/** Has a run of Jest end, and checks what holds for every end. */
export async function endsClean({ files = both(LATE), ...end }: End): Promise<FinishedRun<JestResults>> {
  using project = jestProject(files)
  return await endsCleanOn(jest, project, { args: ['--maxWorkers=2'], ...end })
}
