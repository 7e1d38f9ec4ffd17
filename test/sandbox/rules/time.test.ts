import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOf, isDay, isOlderThan, toUtc } from '../../../src/sandbox/rules/time.ts'

const digits = (number: number) => String(number).padStart(2, '0')

/** A timestamp in each form that requests may have. */
const timestamp = fc
  .record({
    moment: fc.date({
      min: new Date('2000-01-01T00:00:00Z'),
      max: new Date('2100-01-01T00:00:00Z'),
      noInvalidDate: true,
    }),
    written: fc.constantFrom(10, 16, 19, 23),
    zone: fc.oneof(
      fc.constantFrom('', 'Z'),
      fc
        .tuple(fc.constantFrom('+', '-'), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 59 }))
        .map(([sign, hours, minutes]) => `${sign}${digits(hours)}:${digits(minutes)}`),
    ),
  })
  .map(({ moment, written, zone }) => moment.toISOString().slice(0, written) + (written === 10 ? '' : zone))

test('a timestamp’s day is that of the same moment in UTC', () => {
  fc.assert(
    fc.property(timestamp, (text) => {
      expect(dayOf(text)).toBe(toUtc(text).slice(0, 10))
    }),
  )
})

test('a timestamp in the calendar names a day', () => {
  fc.assert(
    fc.property(timestamp, (text) => {
      expect(isDay(text)).toBe(true)
    }),
  )
})

test.each([
  '2026-02-30',
  '2026-13-01',
  '2026-00-10',
  '2026-06-31T10:00:00Z',
  '2026-06-17T25:00',
  '2026-06-17T10:61:00Z',
])('%s names no day', (text) => expect(isDay(text)).toBe(false))

test('a time is older than so many years once the same day of a later year has passed', () => {
  const now = '2026-06-17T08:30:00.000Z'
  expect(isOlderThan('2025-06-17T08:29:59.999Z', 1, now)).toBe(true)
  expect(isOlderThan('2025-06-17T08:30:00.000Z', 1, now)).toBe(false)
  expect(isOlderThan('2024-06-17T08:29:59.999Z', 2, now)).toBe(true)
  expect(isOlderThan('2024-02-29T00:00:00.000Z', 1, '2025-02-28T12:00:00.000Z')).toBe(false)
  expect(isOlderThan('2024-02-29T00:00:00.000Z', 1, '2025-03-01T00:00:00.000Z')).toBe(true)
  expect(isOlderThan('9999-01-01T00:00:00.000Z', 1, now)).toBe(false)
})
