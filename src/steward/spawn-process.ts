import { type ChildProcess, spawn } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'

/** A process that was started, with its three pipes. */
export interface SpawnedProcess {
  readonly child: ChildProcess
  readonly stdin: Writable
  readonly stdout: Readable
  readonly stderr: Readable
  /** Rejects with `SpawnFailed` where it turns out that it was not started after all. Never resolves. */
  readonly failed: Promise<never>
}

/** The steward could not be started as a process. Its run can be hosted in this one. */
export class SpawnFailed extends Error {
  override readonly name = 'SpawnFailed'

  constructor(cause: unknown) {
    super(`The process could not be started: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    })
  }
}

/**
 * Runs a module in a process of its own. It is detached, so that what a terminal sends to the group of this one does not
 * reach it.
 * @throws SpawnFailed
 */
export function spawnProcess(module: string, env: NodeJS.ProcessEnv, start = spawn): SpawnedProcess {
  const child = started(() =>
    start(process.execPath, [module], {
      detached: true,
      stdio: ['pipe', 'pipe', 'pipe'],
      windowsHide: true,
      env,
    }),
  )
  const failed = new Promise<never>((_, reject) =>
    child.once('error', (cause) => reject(new SpawnFailed(cause))),
  )
  // Whoever waits hears of it; there need not be anybody yet, or any more.
  failed.catch(() => undefined)
  const { stdin, stdout, stderr } = child
  // With too many open files, node gives back a child that has no pipes, and says so only later.
  if (!stdin || !stdout || !stderr) throw new SpawnFailed('it has no pipes')
  return { child, stdin, stdout, stderr, failed }
}

/** Under node's permission model, starting a process throws at once. */
function started(start: () => ChildProcess): ChildProcess {
  try {
    return start()
  } catch (cause) {
    throw new SpawnFailed(cause)
  }
}
