import { Agent, request as send } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { sandboxKey } from '../../../src/sandbox/index.ts'
import { started } from '../callers.ts'
import { undocumented } from './documented.ts'
import { examplesIn } from './examples.ts'
import { type FuzzedRequest, fuzzedRequest } from './request.ts'
import { filled, KnownIds } from './send.ts'

/** However odd a request is, its answer comes before. */
const DEADLINE_MS = 10_000

test('a real connection changes nothing: bodies with GET, chunks, and odd headers get documented answers', {
  timeout: 60_000,
}, async () => {
  const sandbox = await started()
  const agent = new Agent({ keepAlive: true, maxSockets: 8 })
  onTestFinished(() => agent.destroy())
  const examples = await examplesIn(sandbox, 'default')
  const ids = new KnownIds()
  await fc.assert(
    fc.asyncProperty(fuzzedRequest(examples), fc.boolean(), async (drawn, chunked) => {
      const request = filled(drawn, sandboxKey(), ids)
      const answer = await sentOver(agent, sandbox.urls[request.api], request, chunked)
      if (answer === undefined) return
      expect(undocumented(request, answer)).toBeUndefined()
      if (answer.status < 300) ids.learn(answer.text)
    }),
    { numRuns: 3_000 },
  )
})

test('what is not HTTP gets a documented 400 or a closed connection, and harms nobody else', {
  timeout: 60_000,
}, async () => {
  const sandbox = await started()
  const { port } = new URL(sandbox.urls.customer)
  const line = fc.constantFrom(
    'GET / HTTP/1.1\r\n',
    'POST /cases HTTP/1.1\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n',
    'POST /cases HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
    `GET / HTTP/1.1\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
    'GET /me HTTP/9.9\r\n\r\n',
  )
  const bytes = fc.oneof(
    line.map((one) => Buffer.from(one)),
    fc.uint8Array({ minLength: 1, maxLength: 200 }).map((one) => Buffer.from(one)),
  )
  await fc.assert(
    fc.asyncProperty(bytes, async (sent) => {
      const answer = await exchanged(Number(port), sent)
      expect(answer).toMatch(/^$|^HTTP\/1\.1 4\d\d .*"status":4\d\d/s)
    }),
    { numRuns: 300 },
  )
  const headers = { XApiKey: sandboxKey() }
  expect((await fetch(`${sandbox.urls.customer}/me`, { headers })).status).toBe(200)
})

test('a host or an address that is none gets a documented 400', { timeout: 60_000 }, async () => {
  const sandbox = await started()
  const { port } = new URL(sandbox.urls['referral-partner'])
  const path = fc.constantFrom('/ReferralPartner/Approve', '/ReferralPartner/Sign/x', '/cases', '/nothing')
  const target = (host: string, url: string) => `GET ${url} HTTP/1.1\r\nHost: ${host}\r\n\r\n`
  const odd = fc.constantFrom(
    '[',
    ']',
    'a b',
    'a/b',
    'a?b',
    'a#b',
    'me@a',
    'a:b',
    'a:99999',
    '1.2.3.4.5',
    '%',
  )
  const request = fc.oneof(
    fc.tuple(odd, path).map(([host, url]) => target(host, url)),
    path.map((url) => target('localhost', `http://[${url}`)),
  )
  await fc.assert(
    fc.asyncProperty(request, async (sent) => {
      expect(await exchanged(Number(port), Buffer.from(sent))).toMatch(/^HTTP\/1\.1 400 .*"status":400/s)
    }),
    { numRuns: 200 },
  )
  for (const host of ['', 'localhost', '[::1]:8080', 'xn--mnchen-3ya.example:1', 'bücher.example'])
    expect(await exchanged(Number(port), Buffer.from(target(host, '/nothing')))).toMatch(/^HTTP\/1\.1 404 /)
})

/** Sends a request as it is; `undefined` where Node itself would not send it. */
function sentOver(
  agent: Agent,
  origin: string,
  { method, path, headers, body }: FuzzedRequest,
  chunked: boolean,
): Promise<{ readonly status: number; readonly text: string } | undefined> {
  return new Promise((resolve, reject) => {
    const length = chunked || body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) }
    const options = { agent, method, headers: { ...Object.fromEntries(headers), ...length } }
    let outgoing: ReturnType<typeof send>
    try {
      outgoing = send(`${origin}${path}`, { ...options, timeout: DEADLINE_MS })
    } catch {
      resolve(undefined)
      return
    }
    outgoing.on('response', (incoming) => {
      text(incoming).then((read) => resolve({ status: incoming.statusCode ?? 0, text: read }), reject)
    })
    outgoing.on('timeout', () => outgoing.destroy(new Error('No answer in time')))
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      // A body over the limit may be refused, and the connection closed, before it is through.
      const refusedEarly =
        body !== undefined && body.length > 1_000_000 && /EPIPE|ECONNRESET/.test(error.code ?? '')
      if (refusedEarly) resolve(undefined)
      else reject(error)
    })
    outgoing.end(body)
  })
}

/** Sends bytes, and answers all that comes back until the connection is closed. */
function exchanged(port: number, bytes: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    const socket = connect(port, '127.0.0.1', () => socket.end(bytes))
    socket.setTimeout(DEADLINE_MS, () => socket.destroy(new Error('The connection stayed open')))
    socket.on('data', (chunk: Buffer) => chunks.push(chunk))
    socket.on('close', () => resolve(Buffer.concat(chunks).toString()))
    socket.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNRESET' || error.code === 'EPIPE' ? resolve('') : reject(error),
    )
  })
}
