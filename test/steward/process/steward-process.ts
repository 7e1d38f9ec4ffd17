import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { KEY_VARIABLES, URL_VARIABLES } from '../../../src/contract/index.ts'
import {
  type Channel,
  type LeaseFunctions,
  type OpenedRun,
  type OwnerFunctions,
  openChannel,
  type Report,
} from '../../../src/protocol/index.ts'
import { type Sandbox, sandboxKey } from '../../../src/sandbox/index.ts'
import type { DebituraOptions } from '../../../src/steward/options.ts'
import { resolveSettings } from '../../../src/steward/settings.ts'
import type { Variables } from '../../../src/steward/variables.ts'

/** The kit as `npm run build` makes it. */
export const DIST = fileURLToPath(new URL('../../../dist/', import.meta.url))

/** Whether there is a built kit; where there is none, tests of processes are skipped. */
export const isBuilt = existsSync(join(DIST, 'steward', 'process.js'))
if (!isBuilt) process.stderr.write('Tests of the built kit are skipped. Run: npm run build\n')

/** Variables that point a run to a world of a sandbox. */
export function variablesOf(sandbox: Pick<Sandbox, 'urls'>, world: string): Variables {
  const apis = ['customer', 'referral-partner', 'collection-partner'] as const
  return Object.fromEntries(
    apis.flatMap((api) => [
      [URL_VARIABLES[api], sandbox.urls[api]],
      [KEY_VARIABLES[api], sandboxKey(world)],
    ]),
  )
}

/** The steward as a process, with the lease on it in the hands of a test. */
export interface StewardProcess extends AsyncDisposable {
  readonly child: ChildProcess
  readonly pid: number
  readonly channel: Channel<LeaseFunctions, OwnerFunctions>
  /** Where it keeps sockets and journals. */
  readonly directory: string
  open(variables: Variables, options?: DebituraOptions): Promise<OpenedRun>
  /** Says that all tests came to their end, and gives the lease back. */
  endLease(): void
  /** Lets the lease go without a word, as when the runner is killed. */
  breakLease(): void
  /** What it reported so far. */
  readonly report: Report | undefined
  /** Names of the journals in its folder. */
  journals(): readonly string[]
  /** Resolves with how it ended, and the report if there was one. */
  readonly ended: Promise<{ readonly code: number | null; readonly report: Report | undefined }>
  readonly complaints: () => string
}

/**
 * Starts the built steward, in a folder for temporary files that another one has already, or in one of its own.
 * @param limit - what a shell does to itself before it becomes the steward
 */
export function startSteward(
  owner: Partial<OwnerFunctions> = {},
  directory: string = mkdtempSync(join(tmpdir(), 'dbt-')),
  limit?: string,
): StewardProcess {
  const command = [process.execPath, join(DIST, 'steward', 'process.js')] as const
  const [file, ...given] =
    limit === undefined ? command : (['sh', '-c', `${limit}; exec "$0" "$@"`, ...command] as const)
  const child = spawn(file, given, {
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, TMPDIR: directory },
  })
  let report: Report | undefined
  let complaints = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text
  })
  child.stdin.on('error', () => undefined)
  const channel = openChannel<LeaseFunctions, OwnerFunctions>(
    { readable: child.stdout, writable: child.stdin },
    {
      progress: () => undefined,
      completeOnboarding: async () => undefined,
      ...owner,
      report: (final) => {
        report = final
      },
    },
  )
  const ended = new Promise<{ code: number | null; report: Report | undefined }>((resolve) =>
    child.once('close', (code) => resolve({ code, report })),
  )
  return {
    child,
    pid: child.pid ?? 0,
    channel,
    directory,
    open: (variables, options = {}) => channel.open(resolveSettings(options, variables)),
    endLease: () => {
      channel.testsOver.asEvent()
      child.stdin.end()
    },
    breakLease: () => void child.stdin.end(),
    ended,
    get report() {
      return report
    },
    journals: () =>
      readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.jsonl')),
    complaints: () => complaints,
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL')
      await ended
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

/** Whether a process is there. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
