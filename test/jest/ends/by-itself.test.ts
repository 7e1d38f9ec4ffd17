import { it } from 'vitest'
import { both, type End, endsClean } from './scene.ts'

const THROWS = `throw new Error('thrown on purpose')`
const waits = { cleaned: 'before it exits' } as const

it.each<[string, End]>([
  ['when all tests pass', { files: both(''), exitCode: 0, ...waits }],
  ['when tests fail', { files: both(THROWS), exitCode: 1, ...waits }],
  [
    'when a test takes too long',
    {
      files: both(`await meet('never')`, ''),
      args: ['--maxWorkers=2', '--testTimeout=3000'],
      exitCode: 1,
      ...waits,
    },
  ],
  [
    // Jest calls the global teardown for each test that fails from then on, and once more at the end.
    'when --bail stops the others',
    { files: both(THROWS), args: ['--maxWorkers=2', '--bail'], exitCode: 1, ...waits },
  ],
  [
    'when a worker is killed',
    { files: both(`process.kill(process.pid, 'SIGKILL')`, ''), exitCode: 1, ...waits },
  ],
])('a run leaves nothing behind %s', async (_, end) => {
  await endsClean(end)
})
