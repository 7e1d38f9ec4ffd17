import { describe, expect, it, vi } from 'vitest'
import { hasTerminal } from '../../vitest/harness/index.ts'
import { isJestWorker } from '../harness/index.ts'
import { endsClean } from './scene.ts'

describe('a signal', () => {
  it.each([
    ['SIGINT', 'main process', 130],
    ['SIGTERM', 'process group', 143],
    ['SIGHUP', 'main process', 129],
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

  it('for the second time ends the runner at once, and the cleanup goes on', async () => {
    await endsClean({
      async end({ runner, place, sandbox }) {
        sandbox.intercept(async ({ method }) => {
          if (method === 'DELETE') await place.meet('delete')
          return undefined
        })
        place.open('create')
        runner.signal('SIGTERM')
        await place.arrived('delete')
        runner.signal('SIGTERM')
        await runner.ended
        place.open('delete')
      },
      exitCode: null,
      cleaned: 'behind it',
    })
  })

  it('that is SIGKILL to the runner takes its workers along, and does not reach what cleans up', async () => {
    await endsClean({
      async end({ runner }) {
        runner.signal('SIGKILL')
        await vi.waitFor(() => expect(runner.processes().filter(isJestWorker)).toEqual([]), {
          timeout: 60_000,
        })
      },
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
