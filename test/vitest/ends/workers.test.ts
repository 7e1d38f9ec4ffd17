import { expect, it } from 'vitest'
import { isWorker, pluginConfig, statesOf } from '../harness/index.ts'
import { atWork, type End, endsClean, type Stage } from './scene.ts'

/** Takes memory until there is no more. */
const HOARDS = 'const hoard: number[][] = []; for (;;) hoard.push(Array(100_000).fill(hoard.length))'

const kill = ({ runner, place }: Stage, most: number) => {
  const workers = runner.processes().filter(isWorker)
  expect(workers).toHaveLength(2)
  for (const { pid } of workers.slice(0, most)) process.kill(pid, 'SIGKILL')
  // Those that are left go on to the end.
  for (const name of ['at work', 'afterwards']) place.open(name)
}

const GOES_ON = { 'one.test.ts': atWork(''), 'two.test.ts': atWork('') }

it.each<[string, End]>([
  [
    'one worker is killed',
    { files: GOES_ON, end: (stage) => kill(stage, 1), exitCode: 1, cleaned: 'before it exits' },
  ],
  [
    'all workers are killed',
    { files: GOES_ON, end: (stage) => kill(stage, 2), exitCode: 1, cleaned: 'before it exits' },
  ],
  [
    'a worker runs out of memory',
    {
      files: {
        'one.test.ts': atWork(HOARDS),
        'two.test.ts': atWork(''),
        'vitest.config.ts': pluginConfig({ test: `execArgv: ['--max-old-space-size=96']` }),
      },
      exitCode: 1,
      cleaned: 'before it exits',
    },
  ],
  [
    'a test kills its own worker',
    {
      files: { 'one.test.ts': atWork(`process.kill(process.pid, 'SIGKILL')`), 'two.test.ts': atWork('') },
      exitCode: 1,
      cleaned: 'before it exits',
    },
  ],
])('a run leaves nothing behind when %s, and says so in the exit code', async (_, end) => {
  const { results } = await endsClean(end)
  expect(results?.unhandled.length).toBeGreaterThan(0)
})

it('a worker that dies takes no test of another along', async () => {
  const { results } = await endsClean({
    files: { 'one.test.ts': atWork(`process.kill(process.pid, 'SIGKILL')`), 'two.test.ts': atWork('') },
    exitCode: 1,
    cleaned: 'before it exits',
  })
  expect(results && statesOf(results)).toMatchObject({ 'two.test.ts > is at work': 'passed' })
})
