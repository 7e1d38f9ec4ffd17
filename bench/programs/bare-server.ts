/** The least that listens: what a process of Node costs by itself. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const server = createServer((_request, response) => response.end('{}'))
server.listen(0, '127.0.0.1', () => {
  // A server that listens on a port has an address with a port.
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`)
})

// Started with a pipe for its input, it ends with whoever holds the other end.
process.stdin.on('end', () => process.exit()).resume()
