import { describe, expect, it } from 'vitest'
import { customerApi } from '../../../src/contract/index.ts'
import type { DebituraConnection } from '../../../src/debitura/index.ts'
import { connectTo, failureOf, KEY } from '../debitura.ts'
import { gate, json, serve } from '../misbehaving-server.ts'

const { createWebhook, getCaseByReference, listWebhooks } = customerApi
const limited = (retryAfter?: number) => ({ error: 'rate_limit_exceeded', message: 'Too many.', retryAfter })
const list = { credential: KEY, parameters: {} }

it.concurrent('waits as long as the body says, and sends the call again, whatever the call does', async () => {
  await using server = await serve((response, _, nth) =>
    nth === 1 ? json(response, 429, limited(0.1)) : json(response, 422, {}),
  )
  await using debitura = connectTo(server.url)
  const body = { url: 'https://hook.example', events: ['case.closed'] }
  expect(await failureOf(debitura.call(createWebhook, { ...list, body }))).toMatchObject({ status: 422 })
  const [refused, repeated] = server.seen.map(({ at }) => at)
  expect(Number(repeated) - Number(refused)).toBeGreaterThanOrEqual(100)
  expect(debitura.calls).toMatchObject({ total: 2, retried: 0, rateLimited: 1 })
})

it.concurrent('does not count a 429 as a failed try', async () => {
  await using server = await serve((response, _, nth) => {
    if (nth % 2 === 1) json(response, 429, limited(0.05))
    else if (nth < 8) json(response, 500, {})
    else json(response, 200, [])
  })
  await using debitura = connectTo(server.url)
  expect(await debitura.call(listWebhooks, list)).toEqual([])
  expect(debitura.calls).toMatchObject({ total: 8, retried: 3, rateLimited: 4 })
})

describe.concurrent('a key that is rate limited', () => {
  const references = Array.from({ length: 12 }, (_, index) => String(index))
  const callAll = (debitura: DebituraConnection) =>
    Promise.allSettled(
      references.map((caseReference) =>
        debitura.call(getCaseByReference, { credential: KEY, parameters: { caseReference } }),
      ),
    )

  it('stops for everyone', async () => {
    const both = gate()
    await using server = await serve(async (response, _, nth) => {
      if (nth > 2) return json(response, 404, {})
      if (nth === 2) both.open()
      await both.opened
      json(response, 429, limited(0.2))
    })
    // Two connections for tests, and both calls on them are refused; ten others wait in line.
    await using debitura = connectTo(server.url, { concurrency: 3 })
    await callAll(debitura)
    const [, second, ...later] = server.seen
    for (const { at } of later) expect(at - Number(second?.at)).toBeGreaterThanOrEqual(200)
    expect(debitura.calls).toMatchObject({ total: 14, rateLimited: 2 })
  })

  it('goes on in order, the refused call first', async () => {
    await using server = await serve((response, _, nth) =>
      nth === 3 ? json(response, 429, limited(0.05)) : json(response, 404, {}),
    )
    await using debitura = connectTo(server.url, { concurrency: 2 })
    await callAll(debitura)
    const sent = server.seen.map(({ url }) => url.split('/').at(-1))
    expect(sent).toEqual(['0', '1', '2', ...references.slice(2)])
  })
})

it.concurrent('does not stop another key', async () => {
  const refused = gate()
  await using server = await serve((response, { headers }) => {
    if (headers.xapikey !== 'sandbox-busy') return json(response, 200, [])
    json(response, 429, limited(600))
    refused.open()
  })
  await using debitura = connectTo(server.url, { retryForMs: 3_600_000 })
  const stop = new AbortController()
  const busy = debitura.call(listWebhooks, {
    credential: { kind: 'key', key: 'sandbox-busy' },
    parameters: {},
    signal: stop.signal,
  })
  await refused.opened
  expect(await debitura.call(listWebhooks, list)).toEqual([])
  stop.abort()
  await failureOf(busy)
})

it.concurrent('stays below the limit by itself, without slowing down what fits', async () => {
  await using server = await serve((response) => json(response, 200, []))
  await using debitura = connectTo(server.url)
  const stop = new AbortController()
  const before = performance.now()
  const request = { ...list, signal: stop.signal }
  const calls = Array.from({ length: 2_000 }, () => debitura.call(listWebhooks, request))
  const outcomes = Promise.allSettled(calls)
  await Promise.all(calls.slice(0, 1_900))
  expect(performance.now() - before).toBeLessThan(5_000)
  stop.abort()
  expect((await outcomes).filter(({ status }) => status === 'fulfilled')).toHaveLength(1_900)
  expect(server.seen).toHaveLength(1_900)
})

describe.concurrent('where the limit outlasts the patience', () => {
  it('says so at once, to the refused call and to all that would have to wait', async () => {
    await using server = await serve((response) => json(response, 429, limited(3_000)))
    await using debitura = connectTo(server.url)
    const error = await failureOf(debitura.call(listWebhooks, list))
    expect(error).toMatchObject({ status: 429, type: 'rate_limit_exceeded', messages: ['Too many.'] })
    expect(error.message).toContain('2,000 calls a minute')
    expect(await failureOf(debitura.call(listWebhooks, list))).toMatchObject({ status: 429 })
    expect(server.seen).toHaveLength(1)
  })

  it('gives up on a call that is refused for longer than that', async () => {
    await using server = await serve((response) => json(response, 429, limited(0.05)))
    await using debitura = connectTo(server.url, { retryForMs: 200, random: () => 0 })
    expect(await failureOf(debitura.call(listWebhooks, list))).toMatchObject({ status: 429 })
    expect(server.seen.length).toBeGreaterThanOrEqual(3)
    expect(server.seen.length).toBeLessThanOrEqual(5)
  })

  it('takes ten seconds for a 429 that says nothing', async () => {
    await using server = await serve((response) => void response.writeHead(429).end('slow down'))
    await using debitura = connectTo(server.url, { retryForMs: 9_999 })
    expect(await failureOf(debitura.call(listWebhooks, list))).toMatchObject({
      status: 429,
      messages: ['slow down'],
    })
  })
})
