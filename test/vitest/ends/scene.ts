import {
  type EndOf,
  endsCleanOn,
  type Files,
  type FinishedVitest,
  inlineProject,
  type Results,
  type StageOf,
  vitest,
} from '../harness/index.ts'

/** A way for a run of Vitest to end. */
export interface End extends EndOf<Results> {
  /** The project. @default two files with a test each that is at work, and another that would go on afterwards */
  readonly files?: Files
}

/** What there is while a run is at work. */
export type Stage = StageOf<Results>

/** Makes some of everything, has a create in flight, and goes on as is said once it is told to. */
export const atWork = (goesOn: string): string => /* ts */ `
  import { test } from 'debitura-testkit/vitest'
  import { meet } from './meet.ts'

  test('is at work', async ({ debitura, client }) => {
    await client.cases.create()
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

export const TWO_AT_WORK: Files = { 'one.test.ts': atWork(LATE), 'two.test.ts': atWork(LATE) }

/** Has a run of Vitest end, and checks what holds for every end. */
export async function endsClean({ files = TWO_AT_WORK, ...end }: End): Promise<FinishedVitest> {
  using project = inlineProject(files)
  return await endsCleanOn(vitest, project, { args: ['run', '--maxWorkers=2'], ...end })
}
