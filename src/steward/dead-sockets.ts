import { lstat, readdir, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'

/** The name of a run's socket, as `socketPath` gives it. */
const NAME = /^[\w-]{16}\.sock$/

/** A run that is just starting has a socket before it listens on it: a younger one is left alone, in milliseconds. */
const OLDER_THAN_MS = 60_000

/**
 * Removes the sockets of runs whose process was killed: nobody listens on them any more, and nobody else would remove
 * them. It is housekeeping, so whatever goes wrong is left to the next run.
 */
export async function removeDeadSockets(directory: string): Promise<void> {
  // Pipes of Windows vanish with their process.
  if (process.platform === 'win32') return
  const files = await readdir(directory).catch(() => [])
  for (const file of files) {
    if (NAME.test(file)) await removeWhereDead(join(directory, file)).catch(() => undefined)
  }
}

async function removeWhereDead(path: string): Promise<void> {
  const found = await lstat(path)
  if (!found.isSocket() || Date.now() - found.mtimeMs < OLDER_THAN_MS) return
  if (await refuses(path)) await rm(path, { force: true })
}

/** Anything but a refusal, a full queue say, comes from somebody who listens. */
function refuses(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path)
    socket.once('connect', () => {
      socket.destroy()
      resolve(false)
    })
    socket.once('error', ({ code }: NodeJS.ErrnoException) => resolve(code === 'ECONNREFUSED'))
    socket.unref()
  })
}
