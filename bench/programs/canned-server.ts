/** A bare server that answers the same bytes to whatever it is asked, by method. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { offer } from './offer.ts'
import { processorTimeMs } from './processor-time.ts'

/** What to answer. */
export interface Canned {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
}

const functions = {
  processorTimeMs,
  open: (answers: Readonly<Record<string, Canned>>) =>
    new Promise<string>((resolve) => {
      const server = createServer((request, response) => {
        const canned = answers[request.method ?? '']
        request.resume().on('end', () => {
          response.writeHead(canned?.status ?? 404, canned?.headers)
          response.end(canned?.text)
        })
      })
      server.listen(0, '127.0.0.1', () =>
        // A server that listens on a port has an address with a port.
        resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
      )
    }),
}

export type CannedServer = typeof functions
offer(functions)
