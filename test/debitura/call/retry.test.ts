import { describe, expect, it } from 'vitest'
import { customerApi } from '../../../src/contract/index.ts'
import { connectTo, failureOf, KEY } from '../debitura.ts'
import { type Behaviour, json, serve } from '../misbehaving-server.ts'

const { advanceTestCase, createCase, createWebhook, listWebhooks } = customerApi
const webhook = { url: 'https://hook.example', events: ['case.closed'] }

/** Ways to leave a caller in doubt. */
const doubts: Readonly<Record<string, Behaviour>> = {
  'an answer of 500': (response) => json(response, 500, {}),
  'an answer of 502': (response) => void response.writeHead(502).end('<title>Bad Gateway</title>'),
  'an answer of 503': (response) => json(response, 503, {}),
  'an answer of 504': (response) => void response.writeHead(504).end(),
  'a reset before any answer': (response) => void response.socket?.resetAndDestroy(),
  'the other side closing before any answer': (response) => void response.socket?.destroy(),
  'an answer that breaks off': (response) => {
    response.writeHead(200, { 'content-length': '100' }).write('[', () => response.socket?.destroy())
  },
  'an answer that never begins': () => undefined,
  'an answer that never goes on': (response) =>
    void response.writeHead(200, { 'content-length': '2' }).write('['),
}

describe.concurrent.each(Object.keys(doubts))('after %s', (name) => {
  const doubtful = doubts[name] ?? (() => undefined)

  it('a call that is safe to repeat is repeated', async () => {
    await using server = await serve((response, seen, nth) =>
      nth === 1 ? doubtful(response, seen, nth) : json(response, 200, []),
    )
    await using debitura = connectTo(server.url, { answerTimeoutMs: 150 })
    expect(await debitura.call(listWebhooks, { credential: KEY, parameters: {} })).toEqual([])
    expect(server.seen).toHaveLength(2)
    expect(debitura.calls).toMatchObject({ total: 2, retried: 1, byLane: { test: { sent: 2, retried: 1 } } })
  })

  it('a call that is not safe to repeat is not', async () => {
    await using server = await serve(doubtful)
    await using debitura = connectTo(server.url, { answerTimeoutMs: 150 })
    const error = await failureOf(
      debitura.call(createWebhook, { credential: KEY, parameters: {}, body: webhook }),
    )
    expect(error.code).toBe(name.startsWith('an answer of') ? 'DBT_API_ERROR' : 'DBT_ANSWER_LOST')
    expect(server.seen).toHaveLength(1)
    expect(debitura.calls.retried).toBe(0)
  })
})

it.concurrent('all tries of a keyed call bear the same key, and another call another one', async () => {
  await using server = await serve((response, _, nth) => json(response, nth === 2 ? 400 : 500, {}))
  await using debitura = connectTo(server.url)
  for (let made = 0; made < 2; made++) {
    await failureOf(
      debitura.call(createCase, { credential: KEY, parameters: {}, body: { currencyCode: 'USD' } }),
    )
  }
  const [first, second, ...others] = server.seen.map((seen) => seen.headers['idempotency-key'])
  expect(first).toMatch(/^[\w-]{21}$/)
  expect(second).toBe(first)
  expect(new Set(others).size).toBe(1)
  expect(others).not.toContain(first)
})

it.concurrent('takes the key that the caller gives', async () => {
  await using server = await serve((response) => json(response, 400, {}))
  await using debitura = connectTo(server.url)
  await failureOf(
    debitura.call(createCase, {
      credential: KEY,
      parameters: {},
      body: { currencyCode: 'USD' },
      idempotencyKey: 'mine',
    }),
  )
  expect(server.seen[0]?.headers['idempotency-key']).toBe('mine')
})

it.concurrent('gives up after four tries, and says what the last one brought', async () => {
  await using server = await serve((response, _, nth) => json(response, 500, { message: `Try ${nth}.` }))
  await using debitura = connectTo(server.url)
  const error = await failureOf(debitura.call(listWebhooks, { credential: KEY, parameters: {} }))
  expect(error).toMatchObject({ status: 500, messages: ['Try 4.'] })
  expect(server.seen).toHaveLength(4)
})

describe.concurrent('a host that cannot be reached', () => {
  it('is named, with the reason and what to do', async () => {
    const { url, port } = await closedServer()
    await using debitura = connectTo(url)
    const error = await failureOf(debitura.call(listWebhooks, { credential: KEY, parameters: {} }))
    expect(error).toMatchObject({ code: 'DBT_UNREACHABLE', cause: { code: 'ECONNREFUSED' } })
    expect(error.message).toBe(
      `Failed to call GET /webhooks of the Customer API: 127.0.0.1:${port} cannot be reached (ECONNREFUSED). ` +
        `Check that a sandbox is running at ${url}.`,
    )
    expect(debitura.calls.total).toBe(4)
  })

  it('is tried again by any call, because nothing was sent', async () => {
    const { url, port } = await closedServer()
    await using debitura = connectTo(url, {
      random: () => {
        // The first failure is known now: the server comes up before the next try.
        late ??= serve((response) => json(response, 422, {}), port)
        return 0
      },
    })
    let late: ReturnType<typeof serve> | undefined
    const call = debitura.call(createWebhook, { credential: KEY, parameters: {}, body: webhook })
    expect(await failureOf(call)).toMatchObject({ status: 422 })
    await (await late)?.[Symbol.asyncDispose]()
  })
})

it.concurrent('outlives a connection that the server closed while it was idle', async () => {
  await using server = await serve((response) => json(response, 200, { advanced: true, state: 'Active' }))
  await using debitura = connectTo(server.url)
  const request = { credential: KEY, parameters: { id: 'a' }, body: { to: 'Active' } }
  for (let nth = 0; nth < 5; nth++) {
    await debitura.call(advanceTestCase, request)
    // No waiting for the client to notice: the next request races with the reset.
    for (const socket of server.sockets) socket.resetAndDestroy()
  }
  expect(server.seen).toHaveLength(5)
})

async function closedServer() {
  const server = await serve(() => undefined)
  await server[Symbol.asyncDispose]()
  return server
}
