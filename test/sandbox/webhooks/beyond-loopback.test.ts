import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { networkInterfaces } from 'node:os'
import { expect, onTestFinished, test } from 'vitest'
import { attempt } from '../../../src/sandbox/webhooks/attempt.ts'
import { callers, started } from '../callers.ts'

const own = Object.values(networkInterfaces())
  .flatMap((addresses) => addresses ?? [])
  .find(({ family, internal }) => family === 'IPv4' && !internal)

test.skipIf(own === undefined)(
  'another address than loopback is called only where that is allowed',
  async () => {
    const server = createServer((_, response) => response.end()).listen(0, own?.address)
    onTestFinished(() => void server.close())
    await once(server, 'listening')
    // A server that listens on a port has an address with a port.
    const { port } = server.address() as AddressInfo
    const parcel = {
      url: `http://${own?.address}:${port}/`,
      secret: 'c2VjcmV0',
      event: 'case.created',
      body: '{}',
      firedAt: new Date(),
      signedAt: new Date(),
      mark: null,
    }
    const { signal } = new AbortController()
    expect(await attempt(parcel, false, signal)).toMatchObject({ status: null, category: 'NetworkError' })
    expect(await attempt(parcel, true, signal)).toEqual({ status: 200, error: null, category: null })
  },
)

test.each([false, true])('a host that nobody has is not reachable: %s', async (deliverBeyondLoopback) => {
  const { customer } = callers(await started({ behaviours: { deliverBeyondLoopback } }))
  const subscription = { url: 'https://nobody.invalid/', events: ['case.created'], isTestMode: true }
  const { id } = (await customer('POST', '/webhooks', subscription)).body
  expect((await customer('POST', `/webhooks/${id}/test`)).body).toMatchObject({
    success: false,
    errorMessage: 'Cannot reach your endpoint',
    errorCategory: 'NetworkError',
  })
})
