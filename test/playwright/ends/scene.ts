import { type EndOf, endsCleanOn, type Files, type FinishedRun } from '../../vitest/harness/index.ts'
import { playwright, playwrightConfig, playwrightProject, type Results } from '../harness/index.ts'

/** A way for a run of Playwright to end. */
export interface End extends EndOf<Results> {
  /** The project. @default two files with a test each that is at work, and another that would go on afterwards */
  readonly files?: Files
}

/** Makes some of everything, has a create in flight, and goes on as is said once it is told to. */
export const atWork = (goesOn: string): string => /* ts */ `
  import { test } from 'debitura-testkit/playwright'
  import { meet } from './meet.ts'

  test('is at work', async ({ debitura, debituraWorker, client }) => {
    await client.cases.create()
    await debituraWorker.clients.onboard()
    await debitura.managedCases.create()
    await debitura.webhooks.create({ url: 'https://example.com/hook', events: ['case.updated'] })
    debitura.cases.create({ creditorReference: 'in flight' }).catch(() => undefined)
    await meet('at work')
    ${goesOn}
  })
`

/** Where the worker outlives the run, it tries to make something more. */
const LATE = `
  await meet('afterwards')
  await debitura.cases.create({ creditorReference: 'late' }).catch(() => undefined)
`

/** Two tests at a time. */
export const bothAtWork = (one: string, two: string = one, config = ''): Files => ({
  'one.spec.ts': atWork(one),
  'two.spec.ts': atWork(two),
  'playwright.config.ts': playwrightConfig(`workers: 2, ${config}`),
})

/** Has a run of Playwright end, and checks what holds for every end. */
export async function endsClean({ files = bothAtWork(LATE), ...end }: End): Promise<FinishedRun<Results>> {
  using project = playwrightProject(files)
  return await endsCleanOn(playwright, project, end)
}
