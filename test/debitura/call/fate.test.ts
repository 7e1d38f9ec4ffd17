import { describe, expect, it } from 'vitest'
import { customerApi } from '../../../src/contract/index.ts'
import { fateOf } from '../../../src/debitura/index.ts'
import { connectTo, failureOf, KEY } from '../debitura.ts'
import { type Behaviour, json, serve } from '../misbehaving-server.ts'

const { createCase, createWebhook } = customerApi

/** What a case that was never made failed with. */
async function failed(behave: Behaviour, bodyLimitBytes?: number) {
  await using server = await serve(behave)
  await using debitura = connectTo(server.url, { bodyLimitBytes })
  const error = await failureOf(
    debitura.call(createCase, { credential: KEY, parameters: {}, body: { currencyCode: 'USD' } }),
  )
  return { error, fate: fateOf(error, createCase) }
}

/** Breaks the first connection when the request was read, and does something else with the next. */
const lostFirst =
  (next: Behaviour): Behaviour =>
  (response, seen, nth) =>
    nth === 1 ? void response.socket?.destroy() : next(response, seen, nth)

describe.concurrent('a call that failed', () => {
  it('and reached nobody was not carried out', async () => {
    const server = await serve(() => undefined)
    await server[Symbol.asyncDispose]()
    await using debitura = connectTo(server.url)
    const error = await failureOf(
      debitura.call(createCase, { credential: KEY, parameters: {}, body: { currencyCode: 'USD' } }),
    )
    expect(error.code).toBe('DBT_UNREACHABLE')
    expect(fateOf(error, createCase)).toEqual({ carriedOut: 'no' })
  })

  it.each([400, 401, 404, 409, 422])('and was refused with %i was not carried out', async (status) => {
    expect((await failed((response) => json(response, status, {}))).fate).toEqual({ carriedOut: 'no' })
  })

  it.each([500, 501, 503, 507])('with status %i was perhaps carried out', async (status) => {
    expect((await failed((response) => json(response, status, {}))).fate).toEqual({ carriedOut: 'perhaps' })
  })

  it('and whose answer was too long was perhaps carried out', async () => {
    const { error, fate } = await failed((response) => json(response, 200, 'x'.repeat(100)), 10)
    expect(error.code).toBe('DBT_UNEXPECTED_ANSWER')
    expect(fate).toEqual({ carriedOut: 'perhaps' })
  })

  it('and whose answer was no JSON was carried out', async () => {
    const { fate } = await failed((response) => void response.writeHead(200).end('{"id":'))
    expect(fate).toEqual({ carriedOut: 'yes', answer: undefined })
  })

  it('for another call that had to come before it was never sent', async () => {
    const { error } = await failed((response) => json(response, 500, {}))
    expect(fateOf(error, createWebhook)).toEqual({ carriedOut: 'no' })
  })
})

describe.concurrent('a call whose answer was lost', () => {
  it.each([400, 403, 409, 429])(
    'was perhaps carried out, though the next try is answered %i',
    async (status) => {
      const refusal = lostFirst((response) => json(response, status, { retryAfter: 1_000 }))
      const { error, fate } = await failed(refusal)
      expect(error).toMatchObject({ code: 'DBT_API_ERROR', status })
      expect(error.message).toContain('and the answer to an earlier try was lost')
      expect(fate).toEqual({ carriedOut: 'perhaps' })
    },
  )

  it('was perhaps carried out, though nobody can be reached any more', async () => {
    await using server = await serve((response) => {
      response.socket?.destroy()
      void server[Symbol.asyncDispose]()
    })
    await using debitura = connectTo(server.url)
    const error = await failureOf(
      debitura.call(createCase, { credential: KEY, parameters: {}, body: { currencyCode: 'USD' } }),
    )
    expect(error.code).toBe('DBT_ANSWER_LOST')
    expect(error.message).toMatch(
      /cannot be reached \(ECONNREFUSED\), and the answer to an earlier try was lost/,
    )
    expect(fateOf(error, createCase)).toEqual({ carriedOut: 'perhaps' })
  })
})
