/** Stands before a server: delays each request, without a limit on how many at once, and counts. */
import { Agent, createServer, request as send } from 'node:http'
import type { AddressInfo } from 'node:net'
import { offer } from './offer.ts'

const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY })
let delayMs = 0
let counts: Record<string, number> = {}

function open(name: string, origin: string): Promise<string> {
  const { hostname, port } = new URL(origin)
  const server = createServer((incoming, outgoing) => {
    const { method, url = '/', headers } = incoming
    const pattern = url
      .replace(/\?.*/, '')
      .replace(/(\/webhooks\/)[^/]+/, '$1{id}')
      .replace(/(\/clients\/)[^/]+/, '$1{externalTenantId}')
    const label = `${name} ${method} ${pattern}`
    counts[label] = (counts[label] ?? 0) + 1
    const forward = () => {
      const onward = send({ agent, hostname, port, method, path: url, headers }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(outgoing)
      })
      onward.on('error', () => outgoing.destroy())
      incoming.pipe(onward)
    }
    if (delayMs === 0) forward()
    else setTimeout(forward, delayMs)
  })
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () =>
      // A server that listens on a port has an address with a port.
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    )
  })
}

const functions = {
  open,
  /** From here on, each request takes this much longer, and counting starts anew. */
  restart(ms: number) {
    delayMs = ms
    counts = {}
  },
  counts: () => counts,
}

export type DelayingProxy = typeof functions
offer(functions)
