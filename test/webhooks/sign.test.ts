import { describe, expect, expectTypeOf, test, vi } from 'vitest'
import { type EventPayload, sample, sign, verify } from '../../src/webhooks/index.ts'

const SECRET = Buffer.from('the bytes of a secret').toString('base64')
const at = new Date('2026-06-17T08:30:00.500Z')
const SECONDS = 1_781_685_000

describe('what is signed', () => {
  test('has the headers of a delivery', () => {
    const payload = sample('case.closed', { timestamp: '2026-06-17T08:00:00.000Z' })
    const { body, headers } = sign(payload, SECRET, { at })
    expect(JSON.parse(body)).toEqual(payload)
    expect(headers).toEqual({
      'Content-Type': 'application/json',
      'X-Debitura-Event': 'case.closed',
      'X-Debitura-Timestamp': String(SECONDS - 30 * 60),
      'X-Debitura-Signature': expect.stringMatching(new RegExp(`^t=${SECONDS},v1=[0-9a-f]{64}$`)),
    })
  })

  test('makes a request that can be verified from what arrives', async () => {
    const { body, headers } = sign(sample('case.created', { data: { reference: 'JÖRG1234' } }), SECRET)
    const request = new Request('http://localhost/hook', { method: 'POST', body, headers })
    const header = request.headers.get('X-Debitura-Signature')
    expect(verify(new Uint8Array(await request.arrayBuffer()), header, SECRET)).toMatchObject({
      event: 'case.created',
      data: { reference: 'JÖRG1234' },
    })
  })

  test.each([
    ['test', 'X-Debitura-Test'],
    ['replay', 'X-Debitura-Replay'],
  ] as const)('says that it is a %s', (mark, name) => {
    expect(sign({}, SECRET, { mark }).headers).toHaveProperty(name, 'true')
  })

  test('has the time of its signing where it has none of its own, and no event where it has none', () => {
    for (const body of ['', '{', 'null', '[]', '{"timestamp":"soon","event":7}', '{"event":"two\\nlines"}']) {
      const { headers } = sign(body, SECRET, { at })
      expect(headers['X-Debitura-Timestamp']).toBe(String(SECONDS))
      expect(headers).not.toHaveProperty('X-Debitura-Event')
    }
  })

  test('has a time in UTC, as Debitura means one without a zone', () => {
    const { headers } = sign({ timestamp: '2026-06-17T08:30:00' }, SECRET)
    expect(headers['X-Debitura-Timestamp']).toBe(String(SECONDS))
  })

  test('is of the time that a test sets', () => {
    vi.useFakeTimers({ now: at })
    try {
      const { body, headers } = sign(sample('case.created'), SECRET)
      expect(headers).toMatchObject({
        'X-Debitura-Timestamp': String(SECONDS),
        'X-Debitura-Signature': expect.stringContaining(`t=${SECONDS},`),
      })
      vi.advanceTimersByTime(300_000)
      expect(verify(body, headers['X-Debitura-Signature'], SECRET).event).toBe('case.created')
      vi.advanceTimersByTime(1_000)
      expect(() => verify(body, headers['X-Debitura-Signature'], SECRET)).toThrow('301 s ago')
    } finally {
      vi.useRealTimers()
    }
  })
})

describe('nothing is signed', () => {
  test.each(['', 'whsec_0123', `${SECRET} `])('with the secret %j', (secret) => {
    expect(() => sign({}, secret)).toThrow(expect.objectContaining({ code: 'DBT_SIGNATURE' }))
  })

  test('that cannot be JSON', () => {
    const circular: { self?: object } = {}
    circular.self = circular
    for (const payload of [circular, { amount: 1n }, () => 'event'])
      expect(() => sign(payload, SECRET)).toThrow(expect.objectContaining({ code: 'DBT_INVALID_PAYLOAD' }))
  })

  test('at no time', () => {
    expect(() => sign({}, SECRET, { at: new Date('soon') })).toThrow('`at` is not a time')
  })
})

describe('what is verified', () => {
  const deliver = (body: string | Uint8Array, now = at) => {
    const header = sign(Buffer.from(body), SECRET, { at }).headers['X-Debitura-Signature']
    return () => verify(body, header, SECRET, { now })
  }

  test('is refused with what is wrong, and what to do', () => {
    expect(deliver('{}', new Date(at.getTime() + 301_000))).toThrow(
      expect.objectContaining({
        code: 'DBT_SIGNATURE',
        what: 'Failed to verify a webhook delivery',
        why: 'it was signed 301 s ago, and more than 300 s is too old',
        todo: expect.stringContaining('{ now }'),
      }),
    )
  })

  test.each(['', '{', 'event', '\ufeff{"event":"case.created"}x'])('is JSON, and not %j', (body) => {
    expect(deliver(body)).toThrow('the body is not JSON')
  })

  test('is UTF-8', () => {
    expect(deliver(Buffer.from('{"event":"\xff"}', 'latin1'))).toThrow('the body is not JSON')
  })

  test.each(['null', '7', '"case.created"', '[]', '{}', '{"event":null}'])(
    'is an event, and not %s',
    (body) => {
      expect(deliver(body)).toThrow('the body is no event')
    },
  )

  test('may be an event that is newer than the kit', () => {
    expect(deliver('{"event":"case.archived"}')()).toEqual({ event: 'case.archived' })
  })
})

test('what is verified is typed by its event', () => {
  // Never called: what it says is checked by the compiler.
  const reads = (body: string, header: string | null) => {
    const event = verify(body, header, SECRET)
    expectTypeOf(event).toEqualTypeOf<EventPayload>()
    if (event.event === 'chat.created') expectTypeOf(event.data.message).toEqualTypeOf<string>()
    // @ts-expect-error only some events have it
    event.data.paymentId
    const own = verify<'referral-partner'>(body, header, SECRET)
    if (own.event === 'case.closed') expectTypeOf(own.data.externalTenantId).toEqualTypeOf<string>()
    // @ts-expect-error a referral partner hears of no payment
    own.event === 'payment.created'
    expectTypeOf(sign(new Uint8Array(), SECRET).body).toEqualTypeOf<Uint8Array>()
    expectTypeOf(sign({}, SECRET).body).toEqualTypeOf<string>()
  }
  expectTypeOf(reads).toBeFunction()
})
