import { expect, it } from 'vitest'
import { type Files, pluginConfig } from '../harness/index.ts'
import { atWork, type End, endsClean } from './scene.ts'

const both = (one: string, two = one): Files => ({ 'one.test.ts': atWork(one), 'two.test.ts': atWork(two) })

/** A global setup of somebody else's, before ours or after it in the list. */
const withTheirs = (theirs: string, order: 'before' | 'after'): Files => ({
  ...both(''),
  'theirs.ts': theirs,
  'vitest.config.ts': /* ts */ `
    import { defineConfig } from 'vitest/config'
    const ours = 'debitura-testkit/vitest/global-setup'
    const theirs = './theirs.ts'

    export default defineConfig({
      test: { testTimeout: 60_000, globalSetup: ${order === 'before' ? '[theirs, ours]' : '[ours, theirs]'} },
    })
  `,
})

const SETUP_THROWS = `export default () => { throw new Error('thrown on purpose') }`
const TEARDOWN_THROWS = `export default () => () => { throw new Error('thrown on purpose') }`

/** Once both tests are at work, nobody handles a rejection in the main process. */
const REJECTS = /* ts */ `
  import { meet } from './meet.ts'
  export default () => {
    void meet('rejection').then(() => { throw new Error('nobody handles this') })
  }
`

const waits = { cleaned: 'before it exits' } as const
const behind = { cleaned: 'behind it' } as const

it.each<[string, End]>([
  ['when all tests pass', { files: both(''), exitCode: 0, ...waits }],
  [
    'when its standard input is closed from the start',
    { files: both(''), inputClosed: true, exitCode: 0, ...waits },
  ],
  ['when tests fail', { files: both(`throw new Error('thrown on purpose')`), exitCode: 1, ...waits }],
  [
    'when --bail stops the others',
    {
      files: both(`throw new Error('thrown on purpose')`, `await meet('never')`),
      args: ['run', '--maxWorkers=2', '--bail=1'],
      exitCode: 1,
      ...waits,
    },
  ],
  ['when a test calls process.exit()', { files: both('process.exit(3)', ''), exitCode: 1, ...waits }],
  [
    'when something in a test is rejected and nobody handles it',
    { files: both(`void Promise.reject(new Error('nobody handles this'))`, ''), exitCode: 1, ...waits },
  ],
  [
    "when somebody else's teardown throws after ours",
    { files: withTheirs(TEARDOWN_THROWS, 'before'), exitCode: 0, ...waits },
  ],
  // Vitest skips the teardowns that are left, ours among them, and exits with 0.
  [
    "when somebody else's teardown throws before ours",
    { files: withTheirs(TEARDOWN_THROWS, 'after'), exitCode: 0, ...behind },
  ],
  [
    'when nobody handles a rejection in the main process',
    {
      files: withTheirs(REJECTS, 'after'),
      end: ({ place }) => place.open('rejection'),
      exitCode: 1,
      ...behind,
    },
  ],
])('a run leaves nothing behind %s', async (_, end) => {
  await endsClean(end)
})

it.each<[string, End]>([
  [
    "somebody else's setup throws before ours",
    { files: withTheirs(SETUP_THROWS, 'before'), exitCode: 1, ...behind },
  ],
  [
    "somebody else's setup throws after ours",
    { files: withTheirs(SETUP_THROWS, 'after'), exitCode: 1, ...waits },
  ],
  ['no test has the name that was asked for', { args: ['run', '-t', 'no such test'], exitCode: 0, ...waits }],
  [
    'a test file cannot be read',
    { files: { 'one.test.ts': 'import { test } from "./nowhere.ts"' }, exitCode: 1, ...waits },
  ],
  ['tests are only listed', { args: ['list'], exitCode: 0, ...waits }],
])('a run of which no test runs leaves nothing behind: %s', async (_, end) => {
  const { results } = await endsClean(end)
  expect(results?.tests.filter(({ state }) => state === 'passed') ?? []).toEqual([])
})

it('a run whose config is wrong has no process', async () => {
  await endsClean({
    files: { 'vitest.config.ts': pluginConfig({ options: '{ cleanupTimeout: -1 }' }) },
    exitCode: 1,
    ...behind,
  })
})
