import { expect, test } from 'vitest'
import { RateLimiter } from '../../../src/sandbox/http/rate-limit.ts'
import { sandboxKey } from '../../../src/sandbox/index.ts'
import { callerOf, started } from '../callers.ts'

function clock(start = '2026-06-17T08:30:05Z') {
  let time = Date.parse(start)
  return { now: () => new Date(time), pass: (seconds: number) => (time += seconds * 1000) }
}
function limiterBy(now: () => Date) {
  const limiter = new RateLimiter()
  return { take: (partition: string) => limiter.take(partition, now().getTime()) }
}
const takeMany = (limiter: ReturnType<typeof limiterBy>, calls: number) =>
  Array.from({ length: calls }, () => limiter.take('key')).filter((wait) => wait > 0)

test('2,000 calls fit into a minute; the next waits until the oldest ten seconds have left the window', () => {
  const { now, pass } = clock()
  const limiter = limiterBy(now)
  expect(takeMany(limiter, 2_000)).toEqual([])
  expect(limiter.take('key')).toBe(55)
  expect(limiter.take('another key')).toBe(0)
  pass(55)
  expect(limiter.take('key')).toBe(0)
})

test('the window slides: calls of later segments stay counted', () => {
  const { now, pass } = clock()
  const limiter = limiterBy(now)
  takeMany(limiter, 1_500)
  pass(20)
  takeMany(limiter, 500)
  expect(limiter.take('key')).toBe(35)
  pass(35)
  expect(takeMany(limiter, 1_500)).toEqual([])
  expect(limiter.take('key')).toBeGreaterThan(0)
})

test('20,000 calls fit into an hour, which starts with the hour of the clock', () => {
  const { now, pass } = clock('2026-06-17T08:30:00Z')
  const limiter = limiterBy(now)
  for (let minute = 0; minute < 10; minute++) {
    expect(takeMany(limiter, 2_000)).toEqual([])
    pass(60)
  }
  expect(limiter.take('key')).toBe(20 * 60)
  pass(20 * 60)
  expect(limiter.take('key')).toBe(0)
})

test('100,000 calls fit into a day; days are counted from the first call', () => {
  const { now, pass } = clock('2026-06-17T22:30:00Z')
  const limiter = limiterBy(now)
  const useUp = () => {
    for (let minute = 0; minute < 5 * 60; minute++) {
      expect(takeMany(limiter, minute % 60 < 10 ? 2_000 : 0)).toEqual([])
      pass(60)
    }
  }
  useUp()
  expect(limiter.take('key')).toBe(19 * 3_600)
  pass(20 * 3_600)
  useUp()
  expect(limiter.take('key')).toBe(18 * 3_600)
})

test('a key that has been quiet for a day is forgotten', () => {
  const { now, pass } = clock()
  const limiter = new RateLimiter()
  const call = (name: string) => limiter.take(name, now().getTime())
  const known = () => [...limiter.all()].map(({ name }) => name)
  call('early')
  call('busy')
  pass(12 * 3_600)
  call('busy')
  expect(known()).toEqual(['early', 'busy'])
  pass(12 * 3_600)
  call('late')
  expect(known()).toEqual(['busy', 'late'])
})

test('a refused call counts for nothing', () => {
  const { now, pass } = clock()
  const limiter = limiterBy(now)
  takeMany(limiter, 4_000)
  pass(60)
  expect(takeMany(limiter, 2_000)).toEqual([])
})

test('over the limit is a 429 that says how many seconds to wait, without a header', async () => {
  const sandbox = await started({ rateLimits: true, now: clock().now })
  const me = callerOf(sandbox, 'customer', { XApiKey: sandboxKey() })
  for (let call = 0; call < 2_000; call++)
    await sandbox.request('customer', '/me', { headers: { XApiKey: sandboxKey() } })
  const { status, headers, body } = await me('GET', '/me')
  expect(status).toBe(429)
  expect(body).toEqual({ error: 'rate_limit_exceeded', message: expect.any(String), retryAfter: 55 })
  expect(headers.has('retry-after')).toBe(false)
  expect(
    (await callerOf(sandbox, 'customer', { XApiKey: sandboxKey('default', 'other') })('GET', '/me')).status,
  ).toBe(200)
})

test('calls without a valid key share one budget', async () => {
  const sandbox = await started({ rateLimits: true, now: clock().now })
  for (let call = 0; call < 2_000; call++) {
    await sandbox.request('customer', '/me', { headers: { XApiKey: `unknown-${call}` } })
  }
  expect((await callerOf(sandbox, 'referral-partner', { XApiKey: 'one-more' })('GET', '/me')).status).toBe(
    429,
  )
  expect((await callerOf(sandbox, 'customer', { XApiKey: sandboxKey() })('GET', '/me')).status).toBe(200)
})
