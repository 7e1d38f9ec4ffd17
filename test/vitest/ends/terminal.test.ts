import { describe, expect, it, vi } from 'vitest'
import { hasTerminal } from '../harness/index.ts'
import { endsClean } from './scene.ts'

const CTRL_C = '\x03'

describe.skipIf(!hasTerminal)('in a terminal (skipped where `script` of util-linux is missing)', () => {
  it('Ctrl-C ends the tests, and the runner waits for the cleanup', async () => {
    await endsClean({
      terminal: true,
      end: ({ runner }) => runner.type(CTRL_C),
      exitCode: 130,
      cleaned: 'before it exits',
    })
  })

  it('the second Ctrl-C ends the runner at once, and the cleanup goes on', async () => {
    await endsClean({
      terminal: true,
      async end({ runner }) {
        runner.type(CTRL_C)
        // The system makes one of two that come before the runner has taken the first: by its report, it has.
        await vi.waitFor(() => expect(runner.results()).toBeDefined(), { timeout: 60_000 })
        runner.type(CTRL_C)
      },
      exitCode: 130,
      cleaned: 'behind it',
    })
  })

  it('closing the window ends the runner, and the cleanup goes on', async () => {
    await endsClean({
      terminal: true,
      // Its process holds the terminal; the system sends SIGHUP to those who used it.
      end: ({ runner }) => runner.signal('SIGKILL'),
      exitCode: null,
      cleaned: 'behind it',
    })
  })
})
