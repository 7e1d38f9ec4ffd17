import { describe, expect, it, vi } from 'vitest'
import { hasTerminal } from '../../vitest/harness/index.ts'
import { isWorker } from '../harness/index.ts'
import { endsClean } from './scene.ts'

describe('a signal', () => {
  it.each([
    ['SIGINT', 'main process', 130],
    ['SIGTERM', 'main process', 143],
    // A terminal that is closed, or a session that ends; workers hear of it too.
    ['SIGHUP', 'process group', 129],
  ] as const)(
    '%s to the %s: the runner waits for the cleanup, and exits with %i',
    async (signal, to, exitCode) => {
      await endsClean({
        end: ({ runner }) => runner.signal(signal, to),
        exitCode,
        cleaned: 'before it exits',
      })
    },
  )

  it('that is SIGTERM for the second time ends the runner at once, and the cleanup goes on', async () => {
    await endsClean({
      async end({ runner }) {
        runner.signal('SIGTERM')
        await vi.waitFor(() => expect(runner.processes().filter(isWorker)).toEqual([]), { timeout: 60_000 })
        runner.signal('SIGTERM')
      },
      exitCode: null,
      cleaned: 'behind it',
    })
  })

  it('that is SIGKILL to the whole group does not reach what cleans up', async () => {
    await endsClean({
      end: ({ runner }) => runner.signal('SIGKILL', 'process group'),
      exitCode: null,
      cleaned: 'behind it',
    })
  })
})

it.skipIf(!hasTerminal)(
  'Ctrl-C in a terminal ends the tests, and the runner waits for the cleanup',
  async () => {
    await endsClean({
      terminal: true,
      end: ({ runner }) => runner.type('\x03'),
      exitCode: 130,
      cleaned: 'before it exits',
    })
  },
)
