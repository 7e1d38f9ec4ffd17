import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isTooDeep } from '../../../src/sandbox/http/depth.ts'
import { callers, started } from '../callers.ts'
import { claim } from '../payloads.ts'

const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`

test('no JSON that people write is too deep, whatever stands in its texts', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 5 }), fc.string(), (json, text) => {
      const brackets = JSON.stringify(`${text}"\\${'[{'.repeat(2_000)}`)
      expect(isTooDeep(`[${json},${brackets}]`)).toBe(false)
    }),
  )
})

test('a body nested deeper than 512 levels is refused as unreadable, with and without an idempotency key', async () => {
  const { customer } = callers(await started())
  expect(isTooDeep(nested(512))).toBe(false)
  const variants: Record<string, string>[] = [{}, { 'Idempotency-Key': 'deep' }]
  for (const headers of variants) {
    const body = JSON.stringify(claim()).replace('{', `{"unknown":${nested(100_000)},`)
    expect(await customer('POST', '/cases', body, headers)).toMatchObject({
      status: 400,
      body: { title: expect.any(String), status: 400, detail: 'The JSON is nested too deep.' },
    })
  }
})
