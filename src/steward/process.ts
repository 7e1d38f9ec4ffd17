/**
 * The steward as a process of its own. Standard input is the lease: the runner's main process holds its other end, and
 * when that closes, for whatever reason, the run is over. Settings arrive there too, because they hold secrets, which
 * must not show in arguments or in the environment.
 * @module
 */
import { DebituraTestkitError } from '../errors/index.ts'
import { type LeaseFunctions, type OwnerFunctions, openChannel, type Report } from '../protocol/index.ts'
import { type HostedRun, hostRun } from './host.ts'
import type { RunSettings } from './settings.ts'

/** A signal ends the lease, as its other end does by closing: it must not end this process before all is cleaned. */
for (const signal of ['SIGINT', 'SIGHUP', 'SIGTERM'] as const) process.on(signal, () => endOfLease())

/** A reader that is gone must not end the cleanup. */
process.stdout.on('error', () => {
  // The runner is dead: nobody reads the report.
})
process.stderr.on('error', () => {
  // Likewise.
})

let run: Promise<HostedRun> | undefined
let ended = false
let testsAreOver = false

const owner = openChannel<OwnerFunctions, LeaseFunctions>(
  { readable: process.stdin, writable: process.stdout },
  {
    async open(settings) {
      // The other side of the pipe is launch.ts of the same version, which checked the settings.
      const opening = hostRun(settings as RunSettings, ownerSide, { recovery: true })
      const { address, sandboxKeys } = await opening
      run = opening
      return { address, sandboxKeys }
    },
    closeScopes() {
      void run?.then((open) => open.closeScopes())
    },
    testsOver() {
      testsAreOver = true
    },
  },
)

const ownerSide = {
  progress: (done: number, total: number) => void owner.progress.asEvent(done, total),
  completeOnboarding: (url: string, client: Parameters<OwnerFunctions['completeOnboarding']>[1]) =>
    owner.completeOnboarding(url, client),
}

process.stdin.on('end', () => endOfLease())
process.stdin.on('close', () => endOfLease())
process.stdin.on('error', () => endOfLease())

function endOfLease(): void {
  if (ended) return
  ended = true
  void finish()
}

async function finish(): Promise<void> {
  owner.$rejectPendingCalls(({ reject }) => reject(runOver()))
  try {
    const hosted = await run
    await tell(await hosted?.finish({ cutShort: !testsAreOver }))
    await hosted?.takeDown()
  } catch (error) {
    // Nobody waits for this any more: whoever still reads is told, and the journal stays.
    process.stderr.write(`debitura-testkit: ${error instanceof Error ? error.stack : String(error)}\n`)
    process.exitCode = 1
  }
  process.exit()
}

/** What is under way waits for the owner, who is gone. */
function runOver(): DebituraTestkitError {
  return new DebituraTestkitError({
    code: 'DBT_RUN_OVER',
    what: 'Failed to onboard a client',
    why: 'the run is over',
    todo: 'Await every call inside the test',
  })
}

async function tell(report: Report | undefined): Promise<void> {
  if (report) await owner.report.asEvent(report)
  if (!process.stdout.writable) return
  await new Promise<void>((resolve) => {
    process.stdout.write('', () => resolve())
  })
}
