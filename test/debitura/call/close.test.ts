import { getEventListeners } from 'node:events'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { customerApi } from '../../../src/contract/index.ts'
import { connectTo, failureOf, KEY } from '../debitura.ts'
import { gate, json, serve } from '../misbehaving-server.ts'

const { listWebhooks } = customerApi
const list = { credential: KEY, parameters: {} }

const isUndiciLoaded = () =>
  Object.keys(createRequire(import.meta.url).cache).some((file) => /node_modules[\\/]undici[\\/]/.test(file))

it('loads undici when it connects, not when it is imported', async () => {
  expect(isUndiciLoaded()).toBe(false)
  await using server = await serve((response) => json(response, 200, []))
  await using debitura = connectTo(server.url)
  expect(isUndiciLoaded()).toBe(false)
  await debitura.call(listWebhooks, list)
  expect(isUndiciLoaded()).toBe(true)
})

describe.concurrent('close', () => {
  it('lets calls in flight finish, and refuses new ones', async () => {
    const arrived = gate()
    const closing = gate()
    await using server = await serve(async (response) => {
      arrived.open()
      await closing.opened
      json(response, 200, [])
    })
    const debitura = connectTo(server.url)
    const inFlight = debitura.call(listWebhooks, list)
    await arrived.opened
    const closed = debitura.close()
    expect(await failureOf(debitura.call(listWebhooks, list))).toMatchObject({ code: 'DBT_RUN_OVER' })
    closing.open()
    expect(await inFlight).toEqual([])
    await closed
    await debitura.close()
  })

  it('does not wait for an answer that does not come, nor for a rate limit', async () => {
    const arrived = gate()
    await using server = await serve((response, { headers }, nth) => {
      if (headers.xapikey === KEY.key) json(response, 429, { retryAfter: 100 })
      if (nth === 2) arrived.open()
    })
    const debitura = connectTo(server.url)
    const stuck = [
      failureOf(debitura.call(listWebhooks, list)),
      failureOf(
        debitura.call(listWebhooks, { credential: { kind: 'key', key: 'sandbox-2' }, parameters: {} }),
      ),
    ]
    await arrived.opened
    const before = performance.now()
    await debitura.close()
    expect(performance.now() - before).toBeLessThan(2_500)
    expect(await Promise.all(stuck)).toMatchObject([{ code: 'DBT_RUN_OVER' }, { code: 'DBT_RUN_OVER' }])
  })

  it('is quick where nothing was called', async () => {
    await connectTo('http://127.0.0.1:9').close()
  })
})

describe("the caller's signal", () => {
  const reason = new Error('The test is over')

  it('ends a call in flight, with its reason', async () => {
    const stop = new AbortController()
    await using server = await serve(() => stop.abort(reason))
    await using debitura = connectTo(server.url)
    expect(await failureOf(debitura.call(listWebhooks, { ...list, signal: stop.signal }))).toBe(reason)
    expect(server.seen).toHaveLength(1)
  })

  it('ends a call that waits for a connection, before it is sent', async () => {
    const stop = new AbortController()
    const first = gate()
    await using server = await serve(async (response) => {
      stop.abort(reason)
      await first.opened
      json(response, 200, [])
    })
    await using debitura = connectTo(server.url, { concurrency: 2 })
    const inFlight = debitura.call(listWebhooks, list)
    expect(await failureOf(debitura.call(listWebhooks, { ...list, signal: stop.signal }))).toBe(reason)
    first.open()
    await inFlight
    expect(server.seen).toHaveLength(1)
  })

  it('ends a call between two tries', async () => {
    const stop = new AbortController()
    await using server = await serve((response) => json(response, 500, {}))
    await using debitura = connectTo(server.url, {
      random: () => {
        queueMicrotask(() => stop.abort(reason))
        return 0
      },
    })
    expect(await failureOf(debitura.call(listWebhooks, { ...list, signal: stop.signal }))).toBe(reason)
    expect(server.seen).toHaveLength(1)
  })

  it('may be shared by many calls, and is let go of', async () => {
    const { signal } = new AbortController()
    const listening: number[] = []
    await using server = await serve((response) => {
      listening.push(getEventListeners(signal, 'abort').length)
      json(response, 200, [])
    })
    await using debitura = connectTo(server.url)
    await Promise.all(Array.from({ length: 40 }, () => debitura.call(listWebhooks, { ...list, signal })))
    expect(new Set(listening)).toEqual(new Set([1]))
    expect(getEventListeners(signal, 'abort')).toEqual([])
  })

  it('sends nothing where it had ended before', async () => {
    await using server = await serve((response) => json(response, 200, []))
    await using debitura = connectTo(server.url)
    const signal = AbortSignal.abort(reason)
    expect(await failureOf(debitura.call(listWebhooks, { ...list, signal }))).toBe(reason)
    expect(server.seen).toEqual([])
  })
})
