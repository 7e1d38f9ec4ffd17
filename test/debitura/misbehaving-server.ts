import { EventEmitter, once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

/** A request, read to its end. */
export interface Seen {
  readonly method: string
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
  /** When it was read, in milliseconds. */
  readonly at: number
}

/** Answers the nth request (from 1), or breaks the connection. */
export type Behaviour = (response: ServerResponse, seen: Seen, nth: number) => void | Promise<void>

/** A real server on loopback that behaves as a test needs. */
export interface MisbehavingServer extends AsyncDisposable {
  readonly url: string
  readonly port: number
  readonly seen: readonly Seen[]
  /** Connections accepted so far. */
  readonly sockets: readonly Socket[]
  /** The most requests that were being answered at the same time. */
  readonly busiest: number
}

export async function serve(behave: Behaviour, port = 0): Promise<MisbehavingServer> {
  const seen: Seen[] = []
  const sockets: Socket[] = []
  let running = 0
  let busiest = 0
  const server = createServer(async (request, response) => {
    busiest = Math.max(busiest, ++running)
    response.once('close', () => running--)
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const { method = '', url = '', headers } = request
    const one = { method, url, headers, body: Buffer.concat(chunks).toString(), at: performance.now() }
    await behave(response, one, seen.push(one))
  })
  server.on('connection', (socket) => sockets.push(socket))
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const address = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${address.port}`,
    port: address.port,
    seen,
    sockets,
    get busiest() {
      return busiest
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

/** A promise, and the way to settle it. */
export function gate(): { readonly opened: Promise<void>; open(): void } {
  const events = new EventEmitter()
  return { opened: once(events, 'open').then(() => undefined), open: () => void events.emit('open') }
}
