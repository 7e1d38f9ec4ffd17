import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Pace } from '../../src/debitura/pace.ts'

const gaps = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 60 })

it('never lets more through in any window than its limit', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 8 }),
      fc.integer({ min: 1, max: 100 }),
      gaps,
      (limit, windowMs, steps) => {
        const pace = new Pace(limit, windowMs)
        const sent: number[] = []
        let now = 0
        for (const step of steps) {
          now += step
          if (pace.take(now)) sent.push(now)
        }
        for (const start of sent) {
          expect(sent.filter((at) => at >= start && at < start + windowMs).length).toBeLessThanOrEqual(limit)
        }
      },
    ),
  )
})

it('holds nothing back that fits: what it allows is exactly what it then lets through', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 8 }), gaps, fc.nat({ max: 20 }), (limit, steps, wanted) => {
      const pace = new Pace(limit, 50)
      let now = 0
      for (const step of steps) {
        now += step
        pace.take(now)
      }
      const allowance = pace.allowance(now, wanted)
      const taken = Array.from({ length: wanted }, () => pace.take(now)).filter(Boolean).length
      expect(taken).toBe(allowance)
    }),
  )
})

it('opens as soon as the oldest call has left the window', () => {
  const pace = new Pace(2, 100)
  expect([pace.take(0), pace.take(30), pace.take(99)]).toEqual([true, true, false])
  expect(pace.opensAt()).toBe(100)
  expect(pace.take(100)).toBe(true)
  expect(pace.opensAt()).toBe(130)
})
