import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { WorldClock } from '../../../src/sandbox/clock/world-clock.ts'

function machine(start = Date.parse('2026-06-17T08:30:00Z')) {
  let time = start
  return { now: () => new Date(time), pass: (milliseconds: number) => (time += milliseconds) }
}

test('runs with the machine’s clock until somebody touches it', () => {
  const { now, pass } = machine()
  const clock = new WorldClock(now)
  pass(1_000)
  expect(clock.now()).toEqual(now())
  expect(clock.isFrozen).toBe(false)
})

test('stands still while it is frozen, and runs on from there', () => {
  const { now, pass } = machine()
  const clock = new WorldClock(now)
  const stopped = clock.milliseconds()
  clock.freeze()
  pass(5_000)
  expect(clock.milliseconds()).toBe(stopped)
  clock.run()
  pass(10)
  expect(clock.milliseconds()).toBe(stopped + 10)
})

test.each([true, false])('is moved forward, and never back (frozen: %s)', (frozen) => {
  const { now } = machine()
  const clock = new WorldClock(now)
  if (frozen) clock.freeze()
  const later = clock.milliseconds() + 86_400_000
  clock.moveTo(later)
  expect(clock.milliseconds()).toBe(later)
  clock.moveTo(later - 1)
  expect(clock.milliseconds()).toBe(later)
  expect(clock.isFrozen).toBe(frozen)
})

const step = fc.oneof(
  fc.record({ kind: fc.constant('pass' as const), by: fc.nat(1e9) }),
  fc.record({ kind: fc.constant('move' as const), by: fc.integer({ min: -1e9, max: 1e9 }) }),
  fc.record({ kind: fc.constantFrom('freeze' as const, 'run' as const), by: fc.constant(0) }),
)

test('whatever is done to it, it never goes back, and a copy of its standing tells the same time', () => {
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const { now, pass } = machine()
      const clock = new WorldClock(now)
      for (const { kind, by } of steps) {
        const before = clock.milliseconds()
        if (kind === 'pass') pass(by)
        else if (kind === 'move') clock.moveTo(before + by)
        else clock[kind]()
        expect(clock.milliseconds()).toBeGreaterThanOrEqual(before)
        expect(clock.text()).toBe(clock.now().toISOString())
        const copy = new WorldClock(now)
        copy.restore(structuredClone(clock.state))
        expect(copy.milliseconds()).toBe(clock.milliseconds())
      }
    }),
  )
})
