import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { API_NAMES } from '../../src/contract/words/index.ts'
import { createSandbox, sandboxKey } from '../../src/sandbox/index.ts'
import { started } from './callers.ts'
import { claim } from './payloads.ts'

const headers = { XApiKey: sandboxKey() }

test('listens on three origins once it is there, each its own API of the same sandbox', async () => {
  const sandbox = await started()
  expect(new Set(Object.values(sandbox.urls)).size).toBe(3)
  for (const api of API_NAMES) {
    expect(sandbox.urls[api]).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    const health = await (await fetch(`${sandbox.urls[api]}/_sandbox/health`)).json()
    expect(health).toEqual({ sandbox: true, nonce: sandbox.nonce, api, environment: 'test' })
    expect((await fetch(`${sandbox.urls[api]}/me`, { headers })).status).toBe(200)
  }
})

test('takes the port that it is given, and the two after it', async () => {
  const port = await freePort()
  const sandbox = await started({ port })
  const ports = API_NAMES.map((api) => Number(new URL(sandbox.urls[api]).port))
  expect(ports).toEqual([port, port + 1, port + 2])
})

test('a taken port is named, with its API, and the other two are free again', async () => {
  const port = await freePort()
  const squatter = createServer().listen(port + 1, '127.0.0.1')
  onTestFinished(() => void squatter.close())
  await once(squatter, 'listening')
  await expect(createSandbox({ port })).rejects.toThrow(
    expect.objectContaining({
      code: 'DBT_PORT_TAKEN',
      message: expect.stringMatching(new RegExp(`${port + 1}.*Referral Partner API`)) as string,
    }),
  )
  squatter.close()
  await once(squatter, 'close')
  await (await createSandbox({ port })).close()
})

test('closes at once although a connection is kept alive and another says nothing', async () => {
  const sandbox = await createSandbox()
  await (await fetch(`${sandbox.urls.customer}/me`, { headers })).text()
  const silent = connect(Number(new URL(sandbox.urls.customer).port), '127.0.0.1')
  await once(silent, 'connect')
  const dropped = once(silent, 'close')
  const before = performance.now()
  await sandbox.close()
  expect(performance.now() - before).toBeLessThan(1_000)
  await dropped
  await expect(fetch(`${sandbox.urls.customer}/me`, { headers })).rejects.toThrow()
})

test('can be closed twice, and by leaving a block', async () => {
  let url = ''
  {
    await using sandbox = await createSandbox()
    url = sandbox.urls.customer
    await sandbox.close()
  }
  await expect(fetch(url)).rejects.toThrow()
})

test('answers the same with and without a socket', async () => {
  const sandbox = await started()
  const init = {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(claim({ debtor: { ...claim().debtor, name: 'Ærø – Ltd' } })),
  }
  const overSocket = await fetch(`${sandbox.urls.customer}/cases`, init)
  const direct = await sandbox.request('customer', '/cases', init)
  expect(overSocket.status).toBe(200)
  expect(overSocket.headers.get('content-type')).toBe(direct.headers.get('content-type'))
  const volatile = { id: '', reference: '', dateCreated: '' }
  const [left, right] = [await overSocket.json(), await direct.json()]
  expect(Object.assign(left ?? {}, volatile)).toEqual(Object.assign(right ?? {}, volatile))
})

test('one connection carries one request after another, whatever becomes of them', async () => {
  const sandbox = await started()
  const socket = connect(Number(new URL(sandbox.urls.customer).port), '127.0.0.1')
  onTestFinished(() => void socket.destroy())
  let heard = ''
  socket.setEncoding('utf8').on('data', (text: string) => {
    heard += text
  })
  const answers = () => heard.match(/HTTP\/1\.1 \d+/g) ?? []
  const requests = [
    'GET /me HTTP/1.1\r\nHost: 127.0.0.1\r\nXApiKey: sandbox-default\r\n\r\n',
    'POST /cases HTTP/1.1\r\nHost: 127.0.0.1\r\nXApiKey: sandbox-default\r\nContent-Type: application/json\r\nContent-Length: 1\r\n\r\n{',
    'POST /cases HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 2\r\n\r\n{}',
    'DELETE /test/cases?tag=x HTTP/1.1\r\nHost: 127.0.0.1\r\nXApiKey: sandbox-default\r\n\r\n',
    'HEAD /me HTTP/1.1\r\nHost: 127.0.0.1\r\nXApiKey: sandbox-default\r\n\r\n',
    'GET http://127.0.0.1/me HTTP/1.1\r\nHost: 127.0.0.1\r\nXApiKey: sandbox-default\r\n\r\n',
  ]
  for (const [index, request] of requests.entries()) {
    socket.write(request)
    while (answers().length <= index) await once(socket, 'data')
  }
  expect(answers().map((line) => Number(line.slice(9)))).toEqual([200, 400, 401, 204, 200, 200])
})

/** A port that is free, with the two after it. */
async function freePort(): Promise<number> {
  const first = createServer().listen(0, '127.0.0.1')
  await once(first, 'listening')
  // A server that listens on a port has an address with a port.
  const { port } = first.address() as AddressInfo
  const next = [port + 1, port + 2].map((candidate) => createServer().listen(candidate, '127.0.0.1'))
  const free = await Promise.all(
    next.map((server) =>
      once(server, 'listening').then(
        () => true,
        () => false,
      ),
    ),
  )
  await Promise.all([first, ...next].map(closed))
  return port < 65_000 && free.every(Boolean) ? port : await freePort()
}

const closed = (server: Server) => new Promise((resolve) => server.close(resolve))
