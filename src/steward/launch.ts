import type { Readable } from 'node:stream'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { DebituraTestkitError } from '../errors/index.ts'
import {
  type Channel,
  type LeaseFunctions,
  type OpenedRun,
  type OwnerFunctions,
  openChannel,
  type Report,
} from '../protocol/index.ts'
import type { EndOfTests } from './end-of-run.ts'
import { callAuthor } from './onboarding/author-signs.ts'
import type { DebituraOptions } from './options.ts'
import type { RunSettings } from './settings.ts'
import { spawnProcess } from './spawn-process.ts'

/** Right from any module one folder below the top of the package's code, wherever the bundler puts this one. */
const PROCESS = fileURLToPath(new URL('../steward/process.js', import.meta.url))

/** How long the steward may take beyond its cleanup, in milliseconds, to report and end. */
const GRACE_MS = 10_000

/** A run in a process of its own, and the lease on it. */
export interface LaunchedRun extends OpenedRun {
  closeScopes(): void
  /**
   * Gives the lease back, and waits for the cleanup, as long as that may take. `undefined` when the steward died, or has
   * given no report by then.
   */
  end(how?: EndOfTests): Promise<Report | undefined>
}

/** What the owner of a run contributes. */
export interface LaunchHooks {
  readonly onProgress?: ((done: number, total: number) => void) | undefined
  readonly completeOnboarding?: DebituraOptions['completeOnboarding']
}

/**
 * Starts the steward's process, and opens the run. Nothing of it keeps the runner's process alive.
 * @throws SpawnFailed; DebituraTestkitError where the run cannot be opened.
 */
export async function launch(settings: RunSettings, hooks: LaunchHooks): Promise<LaunchedRun> {
  const { child, stdin, stdout, stderr, failed } = spawnProcess(PROCESS, environment())
  stdin.on('error', () => {
    // The steward is gone; that shows as its exit.
  })
  const complaints = collect(stderr)
  const exited = new Promise<void>((resolve) => child.once('close', () => resolve()))
  let report: Report | undefined
  let reported = () => {
    // Nobody waits yet.
  }
  const hasReport = new Promise<void>((resolve) => {
    reported = resolve
  })

  const channel: Channel<LeaseFunctions, OwnerFunctions> = openChannel<LeaseFunctions, OwnerFunctions>(
    { readable: stdout, writable: stdin },
    {
      progress: (done, total) => hooks.onProgress?.(done, total),
      report: (final) => {
        report = final
        reported()
      },
      completeOnboarding: (url, client) => callAuthor(hooks.completeOnboarding, { url, client }),
    },
  )
  const died = exited.then(() => {
    throw startFailed(complaints())
  })
  died.catch(() => undefined)
  const opened = await Promise.race([channel.open(settings), failed, died]).catch((reason) => {
    // Without a run there is nothing to wait for: the process ends with its lease, and so can this one.
    stdin.end()
    throw reason
  })
  child.unref()
  for (const stream of [stdin, stdout, stderr]) (stream as { unref?(): void }).unref?.()
  return {
    ...opened,
    closeScopes: () => void channel.closeScopes.asEvent(),
    async end({ cutShort = false } = {}) {
      child.ref()
      for (const stream of [stdout, stderr]) (stream as { ref?(): void }).ref?.()
      if (!cutShort) channel.testsOver.asEvent()
      stdin.end()
      const done = cutShort ? hasReport : exited
      await Promise.race([
        done,
        exited,
        delay(settings.cleanupTimeoutMs + GRACE_MS, undefined, { ref: false }),
      ])
      child.unref()
      const said = complaints()
      if (said !== '') process.stderr.write(said)
      return report
    },
  }
}

/** What the steward says on its standard error: it has nothing to say unless it fails. */
function collect(stderr: Readable): () => string {
  let text = ''
  stderr.setEncoding('utf8').on('data', (chunk: string) => {
    text = `${text}${chunk}`.slice(-10_000)
  })
  return () => text
}

/** The steward needs no key from here (settings bring them), and none of the runner's flags for Node. */
function environment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS, NODE_V8_COVERAGE, NODE_CHANNEL_FD, ...rest } = process.env
  return Object.fromEntries(Object.entries(rest).filter(([name]) => !/^DEBITURA_.*_API_KEY$/.test(name)))
}

function startFailed(complaints: string): DebituraTestkitError {
  return new DebituraTestkitError({
    code: 'DBT_START_FAILED',
    what: 'Failed to start the run',
    why: `its process ended at once${complaints === '' ? '' : `: ${complaints.trim()}`}`,
    todo: 'Check that this version of Node is supported',
  })
}
