import { accessSync, constants, existsSync, lstatSync, mkdirSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { dirname, isAbsolute, join } from 'node:path'
import { DebituraTestkitError } from '../../errors/index.ts'

/** The longest path that a Unix socket takes on every system is 103 bytes; a socket's name in the folder has 21. */
const LONGEST_PATH = 80

/**
 * The folder for sockets and journals: private to the user, because whoever can open a run's socket can use its keys.
 * It is in the temporary folder or, where nothing can be written there, in the next place that takes it: each run, and
 * each sweep, looks in the same order.
 * @throws DebituraTestkitError `DBT_START_FAILED` when somebody else owns the folder, others may enter it, or it cannot
 * be had anywhere.
 */
export function stateDirectory(
  place: string = tmpdir(),
  otherPlaces: readonly string[] = everybodysPlaces(),
): string {
  const name = `debitura-testkit-${process.getuid?.() ?? userInfo().username.replaceAll(/[^A-Za-z0-9_-]/g, '_')}`
  const obstacles: string[] = []
  for (const path of new Set([place, ...otherPlaces].map((base) => join(base, name)))) {
    const obstacle = obstacleAt(path)
    if (obstacle === undefined) return path
    obstacles.push(`${path} (${obstacle})`)
  }
  throw unusable(`its folder for sockets and journals can be had nowhere: tried ${obstacles.join(', ')}`)
}

/** Where a folder may be made when there is no temporary one: those that there are. */
function everybodysPlaces(): string[] {
  if (process.platform === 'win32') return []
  const { XDG_RUNTIME_DIR = '' } = process.env
  return ['/tmp', XDG_RUNTIME_DIR, '/dev/shm'].filter((path) => isAbsolute(path) && existsSync(path))
}

/** Why a folder takes no socket and no journal; `undefined` where it is there, or was made, and does. */
function obstacleAt(path: string): string | undefined {
  if (process.platform !== 'win32' && Buffer.byteLength(path) > LONGEST_PATH) return 'too long for a socket'
  try {
    if (lstatSync(path, { throwIfNoEntry: false }) === undefined) make(path)
    assertPrivate(path)
    accessSync(path, constants.W_OK | constants.X_OK)
    return undefined
  } catch (error) {
    if (error instanceof DebituraTestkitError) throw error
    return (error as Error).message
  }
}

/**
 * Makes a folder, and those that it is in. Node's own way of doing so never returns where a folder is there and takes
 * none, as `/proc`.
 */
function make(path: string): void {
  if (!existsSync(dirname(path))) make(dirname(path))
  try {
    mkdirSync(path, { mode: 0o700 })
  } catch (error) {
    // Another run was faster.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
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

function unusable(why: string): DebituraTestkitError {
  return new DebituraTestkitError({
    code: 'DBT_START_FAILED',
    what: 'Failed to start the run',
    why,
    todo: 'Remove it, or set TMPDIR to a folder of your own',
  })
}
