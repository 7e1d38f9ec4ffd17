import { it } from 'vitest'
import { bothAtWork, type End, endsClean } from './scene.ts'

const THROWS = `throw new Error('thrown on purpose')`
const waits = { cleaned: 'before it exits' } as const

it.each<[string, End]>([
  ['when all tests pass', { files: bothAtWork(''), exitCode: 0, ...waits }],
  ['when tests fail', { files: bothAtWork(THROWS), exitCode: 1, ...waits }],
  [
    'when a test takes too long',
    { files: bothAtWork(`await meet('never')`, '', 'timeout: 3_000'), exitCode: 1, ...waits },
  ],
  [
    'when --max-failures stops the others',
    { files: bothAtWork(THROWS, `await meet('never')`), args: ['test', '-x'], exitCode: 1, ...waits },
  ],
  [
    'when a worker is killed',
    { files: bothAtWork(`process.kill(process.pid, 'SIGKILL')`, ''), exitCode: 1, ...waits },
  ],
])('a run leaves nothing behind %s', async (_, end) => {
  await endsClean(end)
})
