import { existsSync, lstatSync, mkdirSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { DebituraTestkitError } from '../../errors/index.ts'

/** The longest path that a Unix socket takes on every system is 103 bytes; a socket's name in the folder has 21. */
const LONGEST_PATH = 80

/**
 * The folder for sockets and journals: private to the user, because whoever can open a run's socket can use its keys.
 * @throws DebituraTestkitError `DBT_START_FAILED` when somebody else owns the folder, others may enter it, or it cannot
 * be made.
 */
export function stateDirectory(base: string = tmpdir()): string {
  const name = `debitura-testkit-${process.getuid?.() ?? userInfo().username.replaceAll(/[^A-Za-z0-9_-]/g, '_')}`
  const inBase = join(base, name)
  const path =
    process.platform !== 'win32' && Buffer.byteLength(inBase) > LONGEST_PATH ? join('/tmp', name) : inBase
  if (!existsSync(path)) make(path)
  assertPrivate(path)
  return path
}

function make(path: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 })
  } catch (cause) {
    throw unusable(`${path} cannot be made (${(cause as Error).message})`, cause)
  }
}

function assertPrivate(path: string): void {
  const found = lstatSync(path)
  const owned = process.getuid === undefined || found.uid === process.getuid()
  const closed = process.platform === 'win32' || (found.mode & 0o077) === 0
  if (owned && closed && found.isDirectory()) return
  throw unusable(
    owned ? `${path} is not a folder that is closed to other users` : `${path} belongs to another user`,
  )
}

function unusable(why: string, cause?: unknown): DebituraTestkitError {
  return new DebituraTestkitError({
    code: 'DBT_START_FAILED',
    what: 'Failed to start the run',
    why,
    todo: 'Remove it, or set TMPDIR to a folder of your own',
    cause,
  })
}
