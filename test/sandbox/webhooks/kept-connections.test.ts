import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { callers, started } from '../callers.ts'
import { subscribe } from './subscribed.ts'

/** Answers the first request of each connection, and hangs up on the second, as a server does that is closing. */
async function forgetfulReceiver() {
  const connections: number[] = []
  const server = createServer((socket) => {
    const nth = connections.push(0) - 1
    let text = ''
    socket.on('error', () => undefined)
    socket.setEncoding('latin1').on('data', (chunk: string) => {
      text += chunk
      const [head = '', body = ''] = text.split('\r\n\r\n')
      if (body.length < Number(/content-length: (\d+)/i.exec(head)?.[1])) return
      text = ''
      connections[nth] = (connections[nth] ?? 0) + 1
      if (connections[nth] > 1) socket.resetAndDestroy()
      else socket.write('HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: keep-alive\r\n\r\n')
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  // A server that listens on a port has an address with a port.
  return { connections, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook` }
}

it('a connection that was closed when it was to be used again is no failed attempt', async () => {
  const sandbox = await started()
  const { customer } = callers(sandbox)
  const hook = await forgetfulReceiver()
  await subscribe(customer, '/webhooks', { url: hook.url })
  for (let nth = 1; nth <= 5; nth++) {
    const { id } = sandbox.world().seedCase({ isTest: true })
    await sandbox.world().clock.moveForward('0s')
    const { body: log } = await customer('GET', `/webhooks/events?caseId=${id}`)
    expect(log).toMatchObject([{ attemptCount: 1, lastError: null, lastResponseCode: 200 }])
  }
  // At least one was used twice, and what was lost on it came by another.
  expect(hook.connections).toContain(2)
})
