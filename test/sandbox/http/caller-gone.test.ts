import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { setImmediate } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import { sandboxKey } from '../../../src/sandbox/index.ts'
import { callers, started } from '../callers.ts'

/** The next request that any server of this process takes in. */
function nextRequest(): Promise<IncomingMessage> {
  return new Promise((resolve) => {
    const listener = (message: unknown) => {
      unsubscribe('http.server.request.start', listener)
      // Node documents what this channel carries.
      resolve((message as { readonly request: IncomingMessage }).request)
    }
    subscribe('http.server.request.start', listener)
  })
}

test.each(['/cases', '/_sandbox/worlds/default/clients/t/blockers'])(
  'a caller that is gone before the end of its body to %s is no bug of the sandbox: nothing is said',
  async (path) => {
    const sandbox = await started()
    sandbox.world().seedClient({ externalTenantId: 't' })
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    onTestFinished(() => said.mockRestore())
    const received = nextRequest()
    const { hostname, port } = new URL(sandbox.urls.customer)
    const socket = connect(Number(port), hostname)
    socket.write(
      `POST ${path} HTTP/1.1\r\nHost: ${hostname}\r\nXApiKey: ${sandboxKey()}\r\n` +
        'Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{"currencyCode":',
    )
    const request = await received
    socket.destroy()
    if (!request.closed) await once(request, 'close').catch(() => undefined)
    await setImmediate()
    expect(said).not.toHaveBeenCalled()
    expect((await callers(sandbox).customer('GET', '/cases')).body.cases).toEqual([])
  },
)
