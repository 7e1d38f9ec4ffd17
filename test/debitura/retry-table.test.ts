import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backoffMs, classify, type FailureClass, mayRepeat } from '../../src/debitura/retry-table.ts'

const answer = (status: number) => ({ status, text: '', location: undefined })
const failure = (sent: boolean, code: string) => ({ sent, code, message: '' })

describe('what is known about a failed try', () => {
  it('takes every status to one class', () => {
    fc.assert(
      fc.property(fc.integer({ min: 200, max: 599 }), (status) => {
        const expected =
          status < 300
            ? undefined
            : status === 429
              ? 'rate-limited'
              : [500, 502, 503, 504].includes(status)
                ? 'perhaps-processed'
                : 'final'
        expect(classify(answer(status))).toBe(expected)
      }),
    )
  })

  it.each([
    [false, 'ECONNREFUSED', 'never-sent'],
    [false, 'ENOTFOUND', 'never-sent'],
    [false, 'EAI_AGAIN', 'never-sent'],
    [false, 'UND_ERR_CONNECT_TIMEOUT', 'never-sent'],
    [false, 'UND_ERR_SOCKET', 'never-sent'],
    [true, 'UND_ERR_SOCKET', 'perhaps-processed'],
    [true, 'ECONNRESET', 'perhaps-processed'],
    [true, 'EPIPE', 'perhaps-processed'],
    [true, 'UND_ERR_HEADERS_TIMEOUT', 'perhaps-processed'],
    [true, 'UND_ERR_BODY_TIMEOUT', 'perhaps-processed'],
    [true, 'BODY_LIMIT', 'final'],
    [false, 'DEPTH_ZERO_SELF_SIGNED_CERT', 'final'],
    [false, 'ERR_TLS_CERT_ALTNAME_INVALID', 'final'],
  ])('sent: %s, %s: %s', (sent, code, expected) => {
    expect(classify(failure(sent, code))).toBe(expected)
  })
})

describe('whether the call is sent again', () => {
  const table: Readonly<Record<FailureClass, readonly string[]>> = {
    'never-sent': ['read', 'idempotent', 'keyed', 'natural', 'once'],
    'rate-limited': ['read', 'idempotent', 'keyed', 'natural', 'once'],
    'perhaps-processed': ['read', 'idempotent', 'keyed', 'natural'],
    final: [],
  }
  const safeties = ['read', 'idempotent', 'keyed', 'natural', 'once'] as const
  const classes = Object.keys(table) as FailureClass[]

  it.each(classes.flatMap((known) => safeties.map((safety) => [known, safety] as const)))(
    '%s, %s',
    (known, safety) => {
      expect(mayRepeat(known, safety)).toBe(table[known].includes(safety))
    },
  )

  it('never sends twice what may have been carried out and is not safe', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.string(), fc.integer({ min: 300, max: 599 }), (sent, code, status) => {
        for (const outcome of [failure(sent, code), answer(status)]) {
          const known = classify(outcome)
          if (known !== undefined && mayRepeat(known, 'once')) {
            expect('status' in outcome ? outcome.status === 429 : !outcome.sent).toBe(true)
          }
        }
      }),
    )
  })
})

it('waits longer after each failure, within half and all of 200 ms times a power of two', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 4 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (failed, jitter) => {
        const full = 100 * 2 ** failed
        expect(backoffMs(failed, () => jitter)).toBeGreaterThanOrEqual(full / 2)
        expect(backoffMs(failed, () => jitter)).toBeLessThanOrEqual(full)
      },
    ),
  )
})
