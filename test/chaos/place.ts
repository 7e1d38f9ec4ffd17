import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Where the suite of a run waits for its moment, and where its subscriptions send to. */
export interface Place extends AsyncDisposable {
  readonly url: string
  /** The moment has come. */
  come(): void
  /** How many wait for it, or have waited. */
  readonly asked: number
}

export async function openPlace(): Promise<Place> {
  let asked = 0
  let come = (): void => undefined
  const moment = new Promise<void>((resolve) => {
    come = resolve
  })
  const server = createServer(async ({ url }, response) => {
    if (url === '/moment') {
      asked += 1
      await moment
    }
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A server that listens on a port has an address with a port.
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    come,
    get asked() {
      return asked
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
