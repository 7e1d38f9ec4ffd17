import { expect, it } from 'vitest'
import { customerApi } from '../../../src/contract/index.ts'
import type { Lane } from '../../../src/debitura/index.ts'
import { connectTo, KEY } from '../debitura.ts'
import { gate, json, serve } from '../misbehaving-server.ts'

const { getCaseByReference, listWebhooks } = customerApi
const list = (lane: Lane) => ({ credential: KEY, parameters: {}, lane })

it('reuses connections, and never has more than it may', async () => {
  await using server = await serve((response) => json(response, 200, []))
  await using debitura = connectTo(server.url, { concurrency: 6 })
  await Promise.all(Array.from({ length: 200 }, () => debitura.call(listWebhooks, list('test'))))
  await Promise.all(Array.from({ length: 200 }, () => debitura.call(listWebhooks, list('cleanup'))))
  expect(server.seen).toHaveLength(400)
  expect(server.sockets.length).toBeLessThanOrEqual(6)
})

it('cleanup goes on while tests use all of their connections', async () => {
  const tests = gate()
  await using server = await serve(async (response, { url }) => {
    if (url.startsWith('/cases')) await tests.opened
    json(response, url.startsWith('/cases') ? 404 : 200, [])
  })
  await using debitura = connectTo(server.url, { concurrency: 4 })
  const waiting = Array.from({ length: 50 }, (_, index) =>
    debitura
      .call(getCaseByReference, { credential: KEY, parameters: { caseReference: String(index) } })
      .catch(() => undefined),
  )
  for (let nth = 0; nth < 5; nth++) await debitura.call(listWebhooks, list('cleanup'))
  expect(debitura.calls.byLane).toMatchObject({ test: { sent: 3 }, cleanup: { sent: 5 } })
  tests.open()
  await Promise.all(waiting)
})

it('cleanup leaves the rest to the tests, until they are over', async () => {
  const full = gate()
  const widened = gate()
  await using server = await serve(async (response, _, nth) => {
    if (nth === 4) full.open()
    await (nth <= 4 ? widened.opened : undefined)
    json(response, 200, [])
  })
  await using debitura = connectTo(server.url, { concurrency: 16 })
  const cleanup = Array.from({ length: 40 }, () => debitura.call(listWebhooks, list('cleanup')))
  await full.opened
  expect(await debitura.call(listWebhooks, list('test'))).toEqual([])
  expect(debitura.calls.byLane.cleanup.sent).toBe(4)
  debitura.widen()
  expect(debitura.calls.byLane.cleanup.sent).toBe(16)
  widened.open()
  await Promise.all(cleanup)
})

it('earlier calls go first', async () => {
  await using server = await serve((response) => json(response, 404, {}))
  await using debitura = connectTo(server.url, { concurrency: 2 })
  const references = Array.from({ length: 20 }, (_, index) => String(index))
  await Promise.allSettled(
    references.map((caseReference) =>
      debitura.call(getCaseByReference, { credential: KEY, parameters: { caseReference } }),
    ),
  )
  expect(server.seen.map(({ url }) => url.split('/').at(-1))).toEqual(references)
})

it('a call that is given up while it waits takes no connection from the others', async () => {
  const held = gate()
  await using server = await serve(async (response) => {
    await held.opened
    json(response, 200, [])
  })
  await using debitura = connectTo(server.url, { concurrency: 2 })
  const first = debitura.call(listWebhooks, list('test'))
  const givenUp = new AbortController()
  const second = debitura.call(listWebhooks, { ...list('test'), signal: givenUp.signal })
  const third = debitura.call(listWebhooks, list('test'))
  givenUp.abort(new Error('enough'))
  await expect(second).rejects.toThrow('enough')
  held.open()
  expect(await Promise.all([first, third])).toEqual([[], []])
  expect(await debitura.call(listWebhooks, list('test'))).toEqual([])
  expect(debitura.calls.total).toBe(3)
})

it('many calls at once are no leak to node', async () => {
  const warnings: Error[] = []
  const note = (warning: Error) => void warnings.push(warning)
  process.on('warning', note)
  await using server = await serve((response) => json(response, 200, []))
  await using debitura = connectTo(server.url, { concurrency: 32 })
  await Promise.all(Array.from({ length: 100 }, () => debitura.call(listWebhooks, list('test'))))
  process.off('warning', note)
  expect(warnings).toEqual([])
})
