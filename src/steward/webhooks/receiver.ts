import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { DebituraTestkitError } from '../../errors/index.ts'
import type { WebhookAnswer } from '../../protocol/index.ts'
import { markerIn } from '../marker.ts'

/** Far beyond any event, so that nobody can fill the memory of the run. */
const BODY_LIMIT_BYTES = 1_048_576

/** A request that reached the receiver. */
export interface Received {
  /** Names the subscription that it was sent for. */
  readonly marker: string | undefined
  readonly headers: Readonly<Record<string, string>>
  /** `undefined` where it is longer than any event. */
  readonly body: Buffer | undefined
  /** Milliseconds since the epoch. */
  readonly receivedAt: number
}

/** What to answer, and whom to tell that it was. */
export interface Reception {
  readonly answer: WebhookAnswer | Promise<WebhookAnswer>
  answered(status: number): void
}

/** Where deliveries come in. */
export interface Receiver {
  readonly port: number
  close(): Promise<void>
}

/**
 * Listens for deliveries, on loopback only.
 * @param port - 0 takes any that is free
 * @param take - says what to answer
 * @throws DebituraTestkitError `DBT_PORT_TAKEN`
 */
export async function listenForDeliveries(
  port: number,
  take: (received: Received) => Reception,
): Promise<Receiver> {
  const closing = new AbortController()
  const server = createServer((request, response) => {
    void receive(request, response, take, closing.signal).catch(() => response.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => reject(notListening(port, cause)))
    server.listen(port, '127.0.0.1', resolve)
  })
  // Whatever goes wrong with one connection, the others are served.
  server.on('error', () => undefined)
  return {
    // A server on TCP has such an address.
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        closing.abort()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function receive(
  request: IncomingMessage,
  response: ServerResponse,
  take: (received: Received) => Reception,
  closing: AbortSignal,
): Promise<void> {
  if (request.method !== 'POST') return void response.writeHead(405).end()
  const receivedAt = Date.now()
  const body = await bodyOf(request)
  const { answer, answered } = take({
    marker: markerIn(request.url ?? ''),
    headers: headersOf(request),
    body,
    receivedAt,
  })
  // What is answered at once is known as answered by who hears that it came.
  const { status = 200, delay = 0 } = answer instanceof Promise ? await answer : answer
  if (delay > 0) await pause(delay, undefined, { signal: closing })
  // Who has given up waiting hears nothing.
  if (response.destroyed) return
  response.writeHead(status).end()
  answered(status)
}

/** Reads to the end also what is too long: who sends it gets an answer then, where it would see a broken connection. */
async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request) {
    bytes += chunk.length
    if (bytes > 16 * BODY_LIMIT_BYTES) throw new Error('the body does not end')
    if (bytes <= BODY_LIMIT_BYTES) chunks.push(chunk)
  }
  return bytes <= BODY_LIMIT_BYTES ? Buffer.concat(chunks) : undefined
}

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
}

function notListening(port: number, cause: NodeJS.ErrnoException): DebituraTestkitError {
  return new DebituraTestkitError({
    code: 'DBT_PORT_TAKEN',
    what: 'Failed to receive webhooks',
    why:
      cause.code === 'EADDRINUSE'
        ? `port ${port} is in use`
        : `nobody may listen on port ${port} (${cause.message})`,
    todo: 'Free it, or give another as `webhooks.port`; without one, any port that is free is taken',
    cause,
  })
}
