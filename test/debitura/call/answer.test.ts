import { describe, expect, expectTypeOf, it } from 'vitest'
import { type AdvanceResult, customerApi, referralPartnerApi } from '../../../src/contract/index.ts'
import { fateOf, VERSION } from '../../../src/debitura/index.ts'
import { connectTo, failureOf, KEY } from '../debitura.ts'
import { type Behaviour, json, serve } from '../misbehaving-server.ts'

const id = 'dddddddd-0000-4000-8000-000000000001'

async function advance(behave: Behaviour, bodyLimitBytes?: number) {
  await using server = await serve(behave)
  await using debitura = connectTo(server.url, { bodyLimitBytes })
  const request = { credential: KEY, parameters: { id }, body: { to: 'Active' } } as const
  const answer = await debitura.call(customerApi.advanceTestCase, request)
  return { answer, seen: server.seen, calls: structuredClone(debitura.calls) }
}

describe('a call that succeeds', () => {
  it('sends what the operation says, and who calls', async () => {
    const { seen } = await advance((response) => json(response, 200, { advanced: true, state: 'Active' }))
    expect(seen).toEqual([
      {
        method: 'POST',
        url: `/test/cases/${id}/advance`,
        body: '{"to":"Active"}',
        at: expect.any(Number),
        headers: expect.objectContaining({
          xapikey: KEY.key,
          'content-type': 'application/json',
          'user-agent': `debitura-testkit/${VERSION}`,
        }),
      },
    ])
    expect(seen[0]?.headers).not.toHaveProperty('idempotency-key')
  })

  it('answers in the shape of the operation, without unknown fields', async () => {
    const { answer } = await advance((response) =>
      json(response, 200, { advanced: true, state: 'Active', added: 'later' }),
    )
    expectTypeOf(answer).toEqualTypeOf<AdvanceResult>()
    expect(answer).toEqual({ advanced: true, state: 'Active' })
  })

  it('answers nothing where the operation has no body', async () => {
    await using server = await serve((response) => void response.writeHead(204).end())
    await using debitura = connectTo(server.url)
    const call = debitura.call(customerApi.deleteTestCase, { credential: KEY, parameters: { id } })
    expectTypeOf(call).resolves.toBeUndefined()
    expect(await call).toBeUndefined()
    expect(server.seen[0]).toMatchObject({ method: 'DELETE', body: '' })
    expect(server.seen[0]?.headers).not.toHaveProperty('content-type')
  })

  it('sends a bearer token as such', async () => {
    await using server = await serve((response) => json(response, 200, []))
    await using debitura = connectTo(server.url)
    await debitura.call(customerApi.listWebhooks, {
      credential: { kind: 'bearer', token: 'header.payload.signature' },
      parameters: {},
    })
    expect(server.seen[0]?.headers).toMatchObject({ authorization: 'Bearer header.payload.signature' })
    expect(server.seen[0]?.headers).not.toHaveProperty('xapikey')
  })
})

describe('an answer that is not what the contract says', () => {
  it('names the operation and the field, and keeps the answer for whoever has to clean up', async () => {
    const raw = { advanced: 'yes', state: 'Active', id }
    const error = await failureOf(advance((response) => json(response, 200, raw)))
    expect(error.code).toBe('DBT_UNEXPECTED_ANSWER')
    expect(fateOf(error, customerApi.advanceTestCase)).toEqual({ carriedOut: 'yes', answer: raw })
    expect(error.message).toContain('POST /test/cases/{id}/advance')
    expect(error.message).toContain('string instead of boolean in `advanced`')
    expect(Reflect.ownKeys(error)).not.toContain('answer')
  })

  it('never repeats a value, which could be a token', async () => {
    await using server = await serve((response) =>
      json(response, 200, { accessToken: { value: 'header.payload' }, tokenType: ['header.payload'] }),
    )
    await using debitura = connectTo(server.url)
    const request = { credential: KEY, parameters: {}, body: { externalTenantId: 'acme' } }
    const error = await failureOf(debitura.call(referralPartnerApi.createToken, request))
    expect(error.message).toContain('`accessToken`')
    expect(error.message).not.toContain('header.payload')
  })

  it.each([
    ['is not JSON', '{"advanced":', /not JSON/],
    ['is missing', '', /no body where one is due/],
  ])('when the body %s', async (_, body, message) => {
    const error = await failureOf(advance((response) => void response.writeHead(200).end(body)))
    expect(error).toMatchObject({ code: 'DBT_UNEXPECTED_ANSWER', message: expect.stringMatching(message) })
  })

  it('when it is too long, and reads no further', async () => {
    const error = await failureOf(advance((response) => json(response, 200, 'x'.repeat(5_000)), 1_000))
    expect(error).toMatchObject({
      code: 'DBT_UNEXPECTED_ANSWER',
      message: expect.stringContaining('more than 1000 bytes'),
    })
  })
})

describe('a redirect', () => {
  it('is refused: the key goes to no other host, and the target is named without its secrets', async () => {
    await using elsewhere = await serve((response) => json(response, 200, {}))
    const location = `${elsewhere.url}/login?token=in-the-query`
    const error = await failureOf(advance((response) => void response.writeHead(307, { location }).end()))
    expect(error).toMatchObject({ code: 'DBT_REDIRECT_REFUSED' })
    expect(error.message).toContain(`to 127.0.0.1:${elsewhere.port}`)
    expect(error.message).not.toContain('in-the-query')
    expect(elsewhere.seen).toEqual([])
  })

  it('is refused also where it names no target', async () => {
    const error = await failureOf(advance((response) => void response.writeHead(302).end()))
    expect(error).toMatchObject({
      code: 'DBT_REDIRECT_REFUSED',
      message: expect.stringContaining('to nowhere'),
    })
  })
})
