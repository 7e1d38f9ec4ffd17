import { rmSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import { nanoid } from 'nanoid'
import { DebituraTestkitError } from '../errors/index.ts'
import { openChannel, type StewardFunctions } from '../protocol/index.ts'

/** Where test workers reach the steward. */
export interface SocketServer {
  /** Path of the Unix socket, or name of the pipe on Windows. */
  readonly path: string
  /** Takes no more connections, and ends those there are. */
  close(): Promise<void>
}

/**
 * Where a run will listen. The folder that it stands in is closed to other users; on Windows nobody can guess the
 * pipe's name.
 */
export function socketPath(directory: string): string {
  const name = nanoid(16)
  return process.platform === 'win32'
    ? `\\\\.\\pipe\\debitura-testkit-${name}`
    : join(directory, `${name}.sock`)
}

/** Offers a steward on a local socket. */
export async function listenOnSocket(path: string, functions: StewardFunctions): Promise<SocketServer> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    // A worker that is killed resets its connection: what it made is known all the same.
    socket.on('error', () => socket.destroy())
    openChannel<object, StewardFunctions>({ readable: socket, writable: socket }, functions)
  })
  await listen(server, path)
  return {
    path,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          if (process.platform !== 'win32') rmSync(path, { force: true })
          resolve()
        })
        for (const socket of sockets) socket.end().destroySoon()
      }),
  }
}

function listen(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) => reject(noSocket(path, cause)))
    server.listen(path, () => {
      server.removeAllListeners('error')
      resolve()
    })
  })
}

function noSocket(path: string, cause: Error): DebituraTestkitError {
  return new DebituraTestkitError({
    code: 'DBT_START_FAILED',
    what: 'Failed to start the run',
    why: `no socket can be made at ${path} (${cause.message})`,
    todo: 'Set TMPDIR to a folder that can be written to',
    cause,
  })
}
