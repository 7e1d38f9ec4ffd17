import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** What a receiver got. */
export interface Received {
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

/** What a receiver does with a webhook: it answers with a status, takes it for a WebSocket, or does not answer. */
export type Manner = number | 'upgrade' | 'silent'

/** A server that takes webhooks. */
export async function receiver(first: Manner = 200) {
  let manner = first
  const received: Received[] = []
  let open = 0
  let most = 0
  const server = createServer((incoming, outgoing) => {
    let text = ''
    open += 1
    most = Math.max(most, open)
    outgoing.on('close', () => {
      open -= 1
    })
    incoming.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
    })
    incoming.on('end', () => {
      received.push({ headers: incoming.headers, text })
      if (manner === 'upgrade') {
        outgoing.socket?.write(
          'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n',
        )
      } else if (manner !== 'silent') outgoing.writeHead(manner).end()
      server.emit('received')
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const stop = () => {
    server.close()
    server.closeAllConnections()
  }
  onTestFinished(stop)
  // A server that listens on a port has an address with a port.
  const { port } = server.address() as AddressInfo
  const until = async (count: number) => {
    while (received.length < count) await once(server, 'received')
    return received
  }
  const answerWith = (next: Manner) => {
    manner = next
  }
  return { url: `http://127.0.0.1:${port}/hook`, received, until, stop, answerWith, mostAtOnce: () => most }
}
